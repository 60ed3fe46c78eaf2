import type { Routes } from '@angular/router';
import { NotFoundPage } from '@opiring/platform/ui';
import { signedIn, withWords } from '@opiring/platform/web';

export const journalRoutes: Routes = withWords('journal', [
  { path: 'motisklused', component: NotFoundPage, canActivate: [signedIn] },
  { path: 'motisklused/:id', component: NotFoundPage, canActivate: [signedIn] },
  { path: 'kirjuta', component: NotFoundPage, canActivate: [signedIn] },
  { path: 'kirjuta/:id', component: NotFoundPage, canActivate: [signedIn] },
  { path: 'kusimused', component: NotFoundPage, canActivate: [signedIn] },
]);
