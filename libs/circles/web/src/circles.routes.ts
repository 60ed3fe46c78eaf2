import type { Routes } from '@angular/router';
import { NotFoundPage } from '@opiring/platform/ui';
import { signedIn, withWords } from '@opiring/platform/web';

export const circlesRoutes: Routes = withWords('circles', [
  { path: 'minu-ringid', component: NotFoundPage, canActivate: [signedIn] },
  { path: 'opipartner', component: NotFoundPage, canActivate: [signedIn] },
]);
