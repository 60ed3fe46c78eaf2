import type { Routes } from '@angular/router';
import { NotFoundPage } from '@opiring/platform/ui';
import { signedIn, withWords } from '@opiring/platform/web';

export const cohortsRoutes: Routes = withWords('cohorts', [
  { path: 'inimesed', component: NotFoundPage, canActivate: [signedIn] },
  { path: 'kohtumised', component: NotFoundPage, canActivate: [signedIn] },
  { path: 'haldus', component: NotFoundPage, canActivate: [signedIn] },
]);
