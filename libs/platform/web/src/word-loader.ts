import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { TranslocoLoader } from '@jsverse/transloco';

/** Fetches the words of a context, `journal/et`, or the shared ones, `et`, and knows what was ever asked for. */
@Injectable({ providedIn: 'root' })
export class WordLoader implements TranslocoLoader {
  private readonly http = inject(HttpClient);
  private readonly asked = new Set<string>();

  getTranslation(path: string) {
    const [scope, lang] = path.includes('/') ? path.split('/') : ['platform', path];
    this.asked.add(path.includes('/') ? `${scope}/` : '');
    return this.http.get<Record<string, unknown>>(`/i18n/${scope}/${lang}.json`);
  }

  /** What the pages opened so far need in a language, as paths. */
  needed(locale: string): string[] {
    return [...this.asked].map((scope) => scope + locale);
  }
}
