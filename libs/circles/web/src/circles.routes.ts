import type { Routes } from '@angular/router';
import { forRoles, withWords } from '@opiring/platform/web';
import { CirclesPage } from './circles-page';
import { PartnerPage } from './partner-page';

export const circlesRoutes: Routes = withWords('circles', [
  { path: 'minu-ringid', title: 'circles.list.mine', component: CirclesPage, canActivate: [forRoles('participant')] },
  {
    path: 'ringid',
    title: 'circles.list.all',
    component: CirclesPage,
    canActivate: [forRoles('program_leader', 'organizer', 'mentor')],
  },
  { path: 'opipartner', title: 'circles.partner.title', component: PartnerPage, canActivate: [forRoles('participant')] },
]);
