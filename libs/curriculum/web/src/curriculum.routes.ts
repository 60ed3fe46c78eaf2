import type { Routes } from '@angular/router';
import { forRoles, signedIn, withWords } from '@opiring/platform/web';

export const curriculumRoutes: Routes = withWords('curriculum', [
  {
    path: 'kava',
    title: 'curriculum.title',
    loadComponent: () => import('./designer-page').then((m) => m.DesignerPage),
    canActivate: [signedIn],
  },
  {
    path: 'kava/uus-lend',
    title: 'curriculum.copy.title',
    loadComponent: () => import('./copy-page').then((m) => m.CopyPage),
    canActivate: [forRoles('organizer')],
  },
  {
    path: 'kava/vordlus',
    title: 'curriculum.compare.title',
    loadComponent: () => import('./comparison-page').then((m) => m.ComparisonPage),
    canActivate: [forRoles('organizer', 'program_leader')],
  },
  {
    path: 'kava/avaldatud',
    title: 'curriculum.editions.title',
    loadComponent: () => import('./editions-page').then((m) => m.EditionsPage),
    canActivate: [forRoles('organizer', 'program_leader')],
  },
  {
    path: 'kava/avaldatud/:id',
    title: 'curriculum.editions.title',
    loadComponent: () => import('./edition-page').then((m) => m.EditionPage),
    canActivate: [forRoles('organizer', 'program_leader')],
  },
]);
