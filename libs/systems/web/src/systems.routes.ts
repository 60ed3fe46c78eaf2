import type { Routes } from '@angular/router';
import { forRoles, withWords } from '@opiring/platform/web';

export const systemsRoutes: Routes = withWords('systems', [
  {
    path: 'ulevaade/teised-susteemid',
    title: 'systems.title',
    loadComponent: () => import('./systems-page').then((m) => m.SystemsPage),
    canActivate: [forRoles('program_leader')],
  },
]);
