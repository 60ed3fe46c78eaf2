import type { Routes } from '@angular/router';
import { forRoles, withWords } from '@opiring/platform/web';
import { JourneyPage } from './journey-page';
import { LeadersPage } from './leaders-page';
import { MemberPage } from './member-page';
import { SteeringPage } from './steering-page';

const journey = [forRoles('participant')];
const accompanying = [forRoles('mentor', 'program_leader')];

export const progressRoutes: Routes = withWords('progress', [
  { path: 'teekond', title: 'progress.journey.title', component: JourneyPage, canActivate: journey },
  { path: 'teekond/minust', title: 'progress.member.aboutMe', component: MemberPage, canActivate: journey },
  {
    path: 'ulevaade',
    title: 'progress.steering.title',
    component: SteeringPage,
    canActivate: [forRoles('program_leader')],
  },
  { path: 'juhid', title: 'progress.leaders.title', component: LeadersPage, canActivate: accompanying },
  { path: 'juhid/:membershipId', title: 'progress.leaders.title', component: MemberPage, canActivate: accompanying },
]);
