import type { Routes } from '@angular/router';
import { withWords } from '@opiring/platform/web';

export const identityRoutes: Routes = withWords('identity', []);
