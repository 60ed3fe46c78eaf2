/**
 * Words of the interface. Each context keeps its own in `libs/<context>/web/i18n/{et,en,ru}.json`; the shell's and the
 * shared parts' are in `libs/platform/web/i18n`. They are served as `/i18n/<context>/<language>.json`.
 *
 * - A context wraps its routes: `export const journalRoutes = withWords('journal', [ … ])`. The words arrive before the page.
 * - In templates: `{{ 'journal.list.title' | transloco }}` or `{{ 'journal.list.notes' | transloco: { n } }}`; in the file the
 *   context's name is left out: `{ "list": { "title": "Mõtisklused" }, "count": "{n, plural, one {# kiri} other {# kirja}}" }`.
 *   Shared words have no prefix: `'action.save'`, `'role.mentor'`, `'problem.offline'`.
 * - What a context shows on another's page provides its own scope and waits for `wordsHere('journal')`.
 * - A route's `title` is such a key. Texts are ICU messages; never build a sentence out of pieces.
 * - A spec proves that the three files have the same keys and that every key written in a template exists.
 */
import { type Signal, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { ActivatedRouteSnapshot, Routes } from '@angular/router';
import { TranslocoService, provideTranslocoScope } from '@jsverse/transloco';
import { catchError, first, firstValueFrom, map, of, switchMap } from 'rxjs';
import { Ahead } from './ahead';
import { Language } from './language';

/** Begins to load a context's words, or shares what was begun: they may be asked for before its pages are here. */
export function loadWords(context: string): Promise<true> {
  const language = inject(Language).current();
  return firstValueFrom(inject(TranslocoService).load(`${context}/${language}`)).then(() => true);
}

/**
 * Whether a context's words are here, for what it shows on another context's page; they are asked for at once, beside what
 * it shows, or when it is `wanted`. Until then it shows nothing: neither keys nor buttons without a name.
 */
export function wordsHere(context: string, wanted?: Signal<boolean>): Signal<boolean> {
  const words = inject(TranslocoService);
  const language = inject(Language);
  const load = () =>
    words.load(`${context}/${language.current()}`).pipe(
      map(() => true),
      catchError(() => of(false)),
    );
  const here = wanted ? toObservable(wanted).pipe(first(Boolean), switchMap(load)) : load();
  return toSignal(here, { initialValue: false });
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
