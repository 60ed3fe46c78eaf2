import type { Routes } from '@angular/router';
import { withWords } from '@opiring/platform/web';

export const libraryRoutes: Routes = withWords('library', []);
