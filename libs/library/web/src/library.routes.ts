import type { Routes } from '@angular/router';
import { forRoles, keepUnsaved, withWords, signedIn } from '@opiring/platform/web';

export const libraryRoutes: Routes = withWords('library', [
  {
    path: 'programm/:slug',
    data: { chrome: 'none' },
    loadComponent: () => import('./programme-page').then((m) => m.ProgrammePage),
  },
  {
    path: 'programm/:slug/muuda',
    title: 'library.page.kicker',
    canActivate: [forRoles('organizer', 'admin')],
    canDeactivate: [keepUnsaved],
    loadComponent: () => import('./page-editor').then((m) => m.PageEditor),
  },
  {
    path: 'programm/:slug/riiul',
    title: 'library.keep.title',
    canActivate: [forRoles('organizer', 'admin')],
    loadComponent: () => import('./shelf-editor').then((m) => m.ShelfEditor),
  },
  {
    path: 'materjalid',
    title: 'library.title',
    canActivate: [signedIn],
    loadComponent: () => import('./library-page').then((m) => m.LibraryPage),
  },
]);
