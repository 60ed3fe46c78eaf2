import type { Routes, UrlMatcher } from '@angular/router';
import { NoAnswerPage, NotFoundPage } from '@opiring/platform/ui';
import { homeByRole, loadWords } from '@opiring/platform/web';

/** A context's pages, fetched together with its words when one of them is asked for. */
function lazily(matcher: UrlMatcher, context: string, load: () => Promise<Routes>): Routes[number] {
  const loadChildren = (): Promise<Routes> => {
    // Whoever shows the pages waits for the words too, and hears why they do not come.
    loadWords(context).catch(() => undefined);
    return load();
  };
  return { matcher, loadChildren };
}

/** Which first words of an address belong to a context. */
function pages(words: string[], context: string, load: () => Promise<Routes>): Routes[number] {
  const matcher: UrlMatcher = ([first]) => (first && words.includes(first.path) ? { consumed: [] } : null);
  return lazily(matcher, context, load);
}

/** A page of one context under another's first word. */
const otherSystems: UrlMatcher = ([first, second]) =>
  first?.path === 'ulevaade' && second?.path === 'teised-susteemid' ? { consumed: [] } : null;
/** Of the curriculum's first word, what follows from people's facts, or from invented ones. */
const besideCurriculum: UrlMatcher = ([first, second]) =>
  first?.path === 'kava' && ['erandid', 'vaata-nagu'].includes(second?.path ?? '') ? { consumed: [] } : null;

export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [homeByRole], children: [] },
  pages(['sisene', 'seansid', 'andmekaitse'], 'identity', () =>
    import('@opiring/identity/web').then((m) => m.identityRoutes),
  ),
  pages(['inimesed', 'kohtumised', 'teated', 'haldus'], 'cohorts', () =>
    import('@opiring/cohorts/web').then((m) => m.cohortsRoutes),
  ),
  lazily(besideCurriculum, 'progress', () => import('@opiring/progress/web').then((m) => m.progressRoutes)),
  pages(['kava'], 'curriculum', () => import('@opiring/curriculum/web').then((m) => m.curriculumRoutes)),
  pages(['kirjuta', 'kusimused', 'otsing'], 'journal', () =>
    import('@opiring/journal/web').then((m) => m.journalRoutes),
  ),
  pages(['laud', 'motisklused'], 'mentoring', () =>
    import('@opiring/mentoring/web').then((m) => m.mentoringRoutes),
  ),
  pages(['minu-ringid', 'ringid', 'opipartner'], 'circles', () =>
    import('@opiring/circles/web').then((m) => m.circlesRoutes),
  ),
  lazily(otherSystems, 'systems', () => import('@opiring/systems/web').then((m) => m.systemsRoutes)),
  pages(['teekond', 'tunnistus', 'mida-teised-naevad', 'ulevaade', 'juhid'], 'progress', () =>
    import('@opiring/progress/web').then((m) => m.progressRoutes),
  ),
  pages(['materjalid', 'programm'], 'library', () =>
    import('@opiring/library/web').then((m) => m.libraryRoutes),
  ),
  { path: 'ei-vasta', title: 'state.error', component: NoAnswerPage },
  { path: '**', title: 'state.notFoundTitle', component: NotFoundPage },
];
