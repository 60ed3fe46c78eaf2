/**
 * Words of the interface. Each context keeps its own in `libs/<context>/web/i18n/{et,en,ru}.json`; the shell's and the
 * shared parts' are in `libs/platform/web/i18n`. They are served as `/i18n/<context>/<language>.json`.
 *
 * - A context wraps its routes: `export const journalRoutes = withWords('journal', [ … ])`. The words arrive before the page.
 * - In templates: `{{ 'journal.list.title' | transloco }}` or `{{ 'journal.list.notes' | transloco: { n } }}`; in the file the
 *   context's name is left out: `{ "list": { "title": "Mõtisklused" }, "count": "{n, plural, one {# kiri} other {# kirja}}" }`.
 *   Shared words have no prefix: `'action.save'`, `'role.mentor'`, `'problem.offline'`.
 * - A route's `title` is such a key. Texts are ICU messages; never build a sentence out of pieces.
 * - A spec proves that the three files have the same keys and that every key written in a template exists.
 */
import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { ActivatedRouteSnapshot, Routes } from '@angular/router';
import { type TranslocoLoader, TranslocoService, provideTranslocoScope } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Ahead } from './ahead';
import { Language } from './language';

@Injectable({ providedIn: 'root' })
export class WordLoader implements TranslocoLoader {
  private readonly http = inject(HttpClient);

  getTranslation(path: string) {
    const [scope, lang] = path.includes('/') ? path.split('/') : ['platform', path];
    return this.http.get<Record<string, unknown>>(`/i18n/${scope}/${lang}.json`);
  }
}

/** Begins to load a context's words, or shares what was begun: they may be asked for before its pages are here. */
export function loadWords(context: string): Promise<true> {
  const language = inject(Language).current();
  return firstValueFrom(inject(TranslocoService).load(`${context}/${language}`)).then(() => true);
}

/** The router asks for a page once its words are here, and the page for what it shows; asked for now, all arrive together. */
function fetchPage(route: ActivatedRouteSnapshot): void {
  let last = route;
  while (last.firstChild) last = last.firstChild;
  inject(Ahead).begin(last);
  const asked: unknown = last.routeConfig?.loadComponent?.();
  // What fails here fails again where it is shown.
  if (asked instanceof Promise) asked.catch(() => undefined);
}

/** The context's pages, with its words loaded before the first of them shows. */
export function withWords(context: string, children: Routes): Routes {
  return [
    {
      path: '',
      providers: [provideTranslocoScope(context)],
      resolve: {
        words: (page: ActivatedRouteSnapshot) => {
          fetchPage(page);
          return loadWords(context);
        },
      },
      children,
    },
  ];
}
