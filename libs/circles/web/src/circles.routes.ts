import type { Routes } from '@angular/router';
import { forRoles, withWords } from '@opiring/platform/web';

export const circlesRoutes: Routes = withWords('circles', [
  {
    path: 'minu-ringid',
    title: 'circles.list.mine',
    loadComponent: () => import('./circles-page').then((m) => m.CirclesPage),
    canActivate: [forRoles('participant')],
  },
  {
    path: 'ringid',
    title: 'circles.list.all',
    loadComponent: () => import('./circles-page').then((m) => m.CirclesPage),
    canActivate: [forRoles('program_leader', 'mentor')],
  },
  {
    path: 'opipartner',
    title: 'circles.partner.title',
    loadComponent: () => import('./partner-page').then((m) => m.PartnerPage),
    canActivate: [forRoles('participant')],
  },
]);
