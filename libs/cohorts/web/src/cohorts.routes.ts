import type { Routes } from '@angular/router';
import { forRoles, signedIn, withWords } from '@opiring/platform/web';

export const cohortsRoutes: Routes = withWords('cohorts', [
  {
    path: 'kohtumised',
    title: 'cohorts.meetings.title',
    loadComponent: () => import('./meetings-page').then((m) => m.MeetingsPage),
    canActivate: [signedIn],
  },
  {
    path: 'kohtumised/:id/kohalolek',
    title: 'cohorts.attendance.title',
    loadComponent: () => import('./attendance-page').then((m) => m.AttendancePage),
    canActivate: [forRoles('organizer', 'program_leader')],
  },
  {
    path: 'kohtumised/:id/paevakava',
    title: 'cohorts.agenda.title',
    loadComponent: () => import('./agenda-page').then((m) => m.AgendaPage),
    canActivate: [forRoles('participant', 'mentor', 'organizer', 'program_leader')],
  },
  {
    path: 'kohtumised/:id/kood',
    title: 'cohorts.checkIn.open',
    loadComponent: () => import('./check-in-page').then((m) => m.CheckInPage),
    canActivate: [forRoles('organizer', 'program_leader')],
  },
  {
    path: 'teated',
    title: 'cohorts.announcements.title',
    loadComponent: () => import('./announcements-page').then((m) => m.AnnouncementsPage),
    canActivate: [forRoles('participant', 'mentor', 'organizer', 'program_leader')],
  },
  {
    path: 'inimesed',
    title: 'cohorts.people.title',
    loadComponent: () => import('./people-page').then((m) => m.PeoplePage),
    canActivate: [signedIn],
  },
  {
    path: 'haldus',
    title: 'cohorts.admin.title',
    loadComponent: () => import('./admin-page').then((m) => m.AdminPage),
    canActivate: [forRoles('admin')],
  },
  {
    path: 'haldus/:cohortId/inimesed',
    title: 'cohorts.people.title',
    loadComponent: () => import('./people-page').then((m) => m.PeoplePage),
    canActivate: [forRoles('admin')],
  },
]);
