import type { Routes } from '@angular/router';
import { NotFoundPage } from '@opiring/platform/ui';
import { signedIn, withWords } from '@opiring/platform/web';

export const progressRoutes: Routes = withWords('progress', [
  { path: 'teekond', component: NotFoundPage, canActivate: [signedIn] },
  { path: 'ulevaade', component: NotFoundPage, canActivate: [signedIn] },
  { path: 'juhid', component: NotFoundPage, canActivate: [signedIn] },
]);
