import type { Routes } from '@angular/router';
import { beginsWith, forRoles, withWords } from '@opiring/platform/web';

const journey = [forRoles('participant')];
const accompanying = [forRoles('mentor', 'program_leader')];

export const progressRoutes: Routes = withWords('progress', [
  {
    path: 'teekond',
    title: 'progress.journey.title',
    loadComponent: () => import('./journey-page').then((m) => m.JourneyPage),
    canActivate: journey,
    data: beginsWith((cohort) => `/api/cohorts/${cohort}/journey`),
  },
  {
    path: 'teekond/minust',
    title: 'progress.member.aboutMe',
    loadComponent: () => import('./member-page').then((m) => m.MemberPage),
    canActivate: journey,
  },
  {
    path: 'teekond/tunnistus',
    title: 'progress.papers.mine',
    loadComponent: () => import('./certificate-own-page').then((m) => m.CertificateOwnPage),
    canActivate: journey,
  },
  {
    path: 'tunnistus/:code',
    title: 'progress.papers.checkLink',
    loadComponent: () => import('./certificate-check-page').then((m) => m.CertificateCheckPage),
  },
  {
    path: 'mida-teised-naevad',
    title: 'progress.mirror.title',
    loadComponent: () => import('./mirror-page').then((m) => m.MirrorPage),
    canActivate: journey,
  },
  {
    path: 'ulevaade',
    title: 'progress.steering.title',
    loadComponent: () => import('./steering-page').then((m) => m.SteeringPage),
    canActivate: [forRoles('program_leader')],
    data: beginsWith((cohort, { queryParams: { seis, vaade } }) =>
      seis ? null : `/api/cohorts/${cohort}/progress${vaade === 'tegevused' ? '?by=activity' : ''}`,
    ),
  },
  {
    path: 'ulevaade/tunnistused',
    title: 'progress.papers.title',
    loadComponent: () => import('./papers-page').then((m) => m.PapersPage),
    canActivate: [forRoles('program_leader')],
  },
  {
    path: 'ulevaade/lennud',
    title: 'progress.standings.title',
    loadComponent: () => import('./standings-page').then((m) => m.StandingsPage),
    canActivate: [forRoles('program_leader')],
  },
  {
    path: 'ulevaade/aruanne',
    title: 'progress.report.title',
    loadComponent: () => import('./report-page').then((m) => m.ReportPage),
    canActivate: [forRoles('program_leader')],
  },
  {
    path: 'kava/vaata-nagu',
    title: 'progress.viewAs.title',
    loadComponent: () => import('./view-as-page').then((m) => m.ViewAsPage),
    canActivate: [forRoles('organizer', 'program_leader')],
  },
  {
    path: 'kava/erandid',
    title: 'progress.exceptions.title',
    loadComponent: () => import('./exceptions-page').then((m) => m.ExceptionsPage),
    canActivate: [forRoles('organizer', 'program_leader')],
  },
  {
    path: 'juhid',
    title: 'progress.leaders.title',
    loadComponent: () => import('./leaders-page').then((m) => m.LeadersPage),
    canActivate: accompanying,
  },
  {
    path: 'juhid/:membershipId',
    title: 'progress.leaders.title',
    loadComponent: () => import('./member-page').then((m) => m.MemberPage),
    canActivate: accompanying,
  },
]);
