import { provideTranslocoScope } from '@jsverse/transloco';
import { forRoles, signedIn, withWords } from '@opiring/platform/web';
import type { Routes } from '@angular/router';

/**
 * An entry's page stands here and not in the journal, because it shows the conversation; it needs both contexts' words.
 */
export const mentoringRoutes: Routes = withWords(
  'journal',
  withWords('mentoring', [
    {
      path: '',
      providers: [provideTranslocoScope('journal', 'mentoring')],
      children: [
        {
          path: 'laud',
          title: 'mentoring.desk.title',
          canActivate: [signedIn, forRoles('mentor')],
          loadComponent: () => import('./desk-page').then((m) => m.DeskPage),
        },
        {
          path: 'motisklused',
          title: 'journal.list.title',
          canActivate: [signedIn],
          loadComponent: () => import('@opiring/journal/web').then((m) => m.EntriesPage),
        },
        {
          path: 'motisklused/:id',
          canActivate: [signedIn],
          loadComponent: () => import('./entry-page').then((m) => m.EntryPage),
        },
      ],
    },
  ]),
);
