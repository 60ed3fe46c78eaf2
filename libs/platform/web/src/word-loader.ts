import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { TranslocoLoader } from '@jsverse/transloco';
import { type Observable, forkJoin, of, retry, tap } from 'rxjs';

type Words = Record<string, unknown>;

/** Fetches the words of a context, `journal/et`, or the shared ones, `et`; what has come is not fetched again. */
@Injectable({ providedIn: 'root' })
export class WordLoader implements TranslocoLoader {
  private readonly http = inject(HttpClient);
  private readonly asked = new Set<string>();
  private readonly come = new Map<string, Words>();

  getTranslation(path: string): Observable<Words> {
    this.asked.add(path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '');
    return this.fetch(path);
  }

  /** What the pages opened so far need in a language, as paths. */
  needed(locale: string): string[] {
    return [...this.asked].map((scope) => scope + locale);
  }

  /**
   * All of them come, or it fails. Transloco is not asked yet: where some fail it makes the next language of which any words
   * come the page's own.
   */
  ahead(paths: readonly string[]): Observable<Words[]> {
    return forkJoin(paths.map((path) => this.fetch(path).pipe(retry(2))));
  }

  private fetch(path: string): Observable<Words> {
    const known = this.come.get(path);
    if (known) return of(known);
    const file = path.includes('/') ? path : `platform/${path}`;
    return this.http.get<Words>(`/i18n/${file}.json`).pipe(tap((words) => this.come.set(path, words)));
  }
}
