import { type Routes, type UrlMatcher, UrlSegment } from '@angular/router';
import { forRoles, keepUnsaved, signedIn, withWords } from '@opiring/platform/web';

const EMPTY: Record<string, UrlSegment> = {};

/** `/kirjuta` and `/kirjuta/:id` are one page: it must not begin anew when the server gives the text its id. */
const writing: UrlMatcher = (segments) => {
  const [first, id] = segments;
  if (first?.path !== 'kirjuta' || segments.length > 2) return null;
  return { consumed: segments, posParams: id ? { id: new UrlSegment(id.path, {}) } : EMPTY };
};

export const journalRoutes: Routes = withWords('journal', [
  {
    matcher: writing,
    title: 'journal.write.pageTitle',
    data: { chrome: 'none' },
    canActivate: [signedIn, forRoles('participant')],
    canDeactivate: [keepUnsaved],
    loadComponent: () => import('./write-page').then((m) => m.WritePage),
  },
  { path: 'kusimused', pathMatch: 'full', redirectTo: 'kusimused/1' },
  {
    path: 'kusimused/:nr',
    title: 'journal.questions.title',
    canActivate: [signedIn, forRoles('participant')],
    canDeactivate: [keepUnsaved],
    loadComponent: () => import('./question-arc-page').then((m) => m.QuestionArcPage),
  },
  {
    path: 'kusimused/:nr/ring',
    title: 'journal.ringView.title',
    data: { chrome: 'none' },
    canActivate: [signedIn, forRoles('participant', 'mentor')],
    loadComponent: () => import('./ring-page').then((m) => m.RingPage),
  },
  {
    path: 'otsing',
    title: 'journal.search.title',
    canActivate: [signedIn],
    loadComponent: () => import('./search-page').then((m) => m.SearchPage),
  },
]);
