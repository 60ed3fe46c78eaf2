import type { Routes } from '@angular/router';
import { signedIn, withWords } from '@opiring/platform/web';

export const curriculumRoutes: Routes = withWords('curriculum', [
  {
    path: 'kava',
    title: 'curriculum.title',
    loadComponent: () => import('./designer-page').then((m) => m.DesignerPage),
    canActivate: [signedIn],
  },
]);
