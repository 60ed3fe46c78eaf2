import type { Routes, UrlMatcher } from '@angular/router';
import { NoAnswerPage, NotFoundPage } from '@opiring/platform/ui';
import { homeByRole } from '@opiring/platform/web';

/** Which first words of an address belong to a context. Its pages are fetched when one of them is asked for. */
function pages(words: string[], load: () => Promise<Routes>): Routes[number] {
  const matcher: UrlMatcher = ([first]) => (first && words.includes(first.path) ? { consumed: [] } : null);
  return { matcher, loadChildren: load };
}

/** A page of one context under another's first word. */
const otherSystems: UrlMatcher = ([first, second]) =>
  first?.path === 'ulevaade' && second?.path === 'teised-susteemid' ? { consumed: [] } : null;
/** Of the curriculum's first word, what follows from people's facts, or from invented ones. */
const besideCurriculum: UrlMatcher = ([first, second]) =>
  first?.path === 'kava' && ['erandid', 'vaata-nagu'].includes(second?.path ?? '') ? { consumed: [] } : null;

export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [homeByRole], children: [] },
  pages(['sisene', 'seansid', 'andmekaitse'], () =>
    import('@opiring/identity/web').then((m) => m.identityRoutes),
  ),
  pages(['inimesed', 'kohtumised', 'teated', 'haldus'], () =>
    import('@opiring/cohorts/web').then((m) => m.cohortsRoutes),
  ),
  {
    matcher: besideCurriculum,
    loadChildren: () => import('@opiring/progress/web').then((m) => m.progressRoutes),
  },
  pages(['kava'], () => import('@opiring/curriculum/web').then((m) => m.curriculumRoutes)),
  pages(['kirjuta', 'kusimused', 'otsing'], () =>
    import('@opiring/journal/web').then((m) => m.journalRoutes),
  ),
  pages(['laud', 'motisklused'], () => import('@opiring/mentoring/web').then((m) => m.mentoringRoutes)),
  pages(['minu-ringid', 'ringid', 'opipartner'], () =>
    import('@opiring/circles/web').then((m) => m.circlesRoutes),
  ),
  {
    matcher: otherSystems,
    loadChildren: () => import('@opiring/systems/web').then((m) => m.systemsRoutes),
  },
  pages(['teekond', 'tunnistus', 'mida-teised-naevad', 'ulevaade', 'juhid'], () =>
    import('@opiring/progress/web').then((m) => m.progressRoutes),
  ),
  pages(['materjalid', 'programm'], () => import('@opiring/library/web').then((m) => m.libraryRoutes)),
  { path: 'ei-vasta', title: 'state.error', component: NoAnswerPage },
  { path: '**', title: 'state.notFoundTitle', component: NotFoundPage },
];
