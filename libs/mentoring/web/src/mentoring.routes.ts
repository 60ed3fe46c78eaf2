import type { Routes } from '@angular/router';
import { NotFoundPage } from '@opiring/platform/ui';
import { signedIn, withWords } from '@opiring/platform/web';

export const mentoringRoutes: Routes = withWords('mentoring', [
  { path: 'laud', component: NotFoundPage, canActivate: [signedIn] },
]);
