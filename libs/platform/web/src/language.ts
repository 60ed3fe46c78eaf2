import { DOCUMENT } from '@angular/common';
import { Injectable, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { type Subscription, forkJoin } from 'rxjs';
import { LOCALES, type Locale } from './locales';
import { remember, remembered } from './remembered';
import { WordLoader } from './word-loader';

const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** The language of the interface: what the reader chose here, else the account's, else Estonian. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly words = inject(TranslocoService);
  private readonly loader = inject(WordLoader);
  private readonly page = inject(DOCUMENT);
  private readonly chosen = signal<Locale>('et');
  private changing: Subscription | undefined;
  readonly current = this.chosen.asReadonly();

  start(): void {
    const kept = remembered('language');
    this.set(isLocale(kept) ? kept : 'et', { keep: false });
  }

  /** The account's language counts until somebody chooses on this device. */
  suggest(locale: Locale): void {
    if (remembered('language') === null) this.set(locale, { keep: false });
  }

  /** The page changes its language once the words are here, all at once; where they do not come, it stays as it is. */
  set(locale: Locale, { keep } = { keep: true }): void {
    if (keep) remember('language', locale);
    this.changing?.unsubscribe();
    const needed = this.loader.needed(locale);
    if (needed.length === 0) return this.speak(locale);
    this.changing = forkJoin(needed.map((path) => this.words.load(path))).subscribe({
      next: () => {
        const all = this.loader.needed(locale).length === needed.length;
        // A page opened in the meantime needs its own.
        if (all) this.speak(locale);
        else this.set(locale, { keep: false });
      },
      error: () => undefined,
    });
  }

  private speak(locale: Locale): void {
    this.chosen.set(locale);
    this.words.setActiveLang(locale);
    this.page.documentElement.lang = locale;
  }
}
