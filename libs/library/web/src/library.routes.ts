import type { Routes } from '@angular/router';
import { signedIn, withWords } from '@opiring/platform/web';

export const libraryRoutes: Routes = withWords('library', [
  {
    path: 'programm/:slug',
    data: { chrome: 'none' },
    loadComponent: () => import('./programme-page').then((m) => m.ProgrammePage),
  },
  {
    path: 'materjalid',
    title: 'library.title',
    canActivate: [signedIn],
    loadComponent: () => import('./library-page').then((m) => m.LibraryPage),
  },
]);
