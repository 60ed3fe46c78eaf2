import type { Routes } from '@angular/router';
import { forRoles, signedIn, withWords } from '@opiring/platform/web';

export const curriculumRoutes: Routes = withWords('curriculum', [
  {
    path: 'kava',
    title: 'curriculum.title',
    loadComponent: () => import('./designer-page').then((m) => m.DesignerPage),
    canActivate: [signedIn],
  },
  {
    path: 'kava/avaldatud',
    title: 'curriculum.editions.title',
    loadComponent: () => import('./editions-page').then((m) => m.EditionsPage),
    canActivate: [forRoles('organizer', 'program_leader')],
  },
  {
    path: 'kava/avaldatud/:id',
    title: 'curriculum.editions.title',
    loadComponent: () => import('./edition-page').then((m) => m.EditionPage),
    canActivate: [forRoles('organizer', 'program_leader')],
  },
]);
