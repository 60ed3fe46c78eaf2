import { DOCUMENT } from '@angular/common';
import { Injectable, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Subscription } from 'rxjs';
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
    void this.set(isLocale(kept) ? kept : 'et', { keep: false });
  }

  /** The account's language counts until somebody chooses on this device. */
  suggest(locale: Locale): void {
    if (remembered('language') === null) void this.set(locale, { keep: false });
  }

  /**
   * The page changes its language once the words are here, all at once; true then. Where they do not come it stays as it is:
   * false. A later wish takes the place of one still under way, which is never answered.
   */
  set(locale: Locale, { keep } = { keep: true }): Promise<boolean> {
    this.changing?.unsubscribe();
    return new Promise((answer) => this.change(locale, keep, answer));
  }

  private change(locale: Locale, keep: boolean, answer: (changed: boolean) => void): void {
    const needed = this.loader.needed(locale);
    this.changing = this.loader.ahead(needed).subscribe({
      complete: () => {
        // A page opened in the meantime needs its own.
        if (this.loader.needed(locale).length > needed.length) return this.change(locale, keep, answer);
        for (const path of needed) this.words.load(path).subscribe();
        this.speak(locale);
        if (keep) remember('language', locale);
        answer(true);
      },
      error: () => answer(false),
    });
  }

  private speak(locale: Locale): void {
    this.chosen.set(locale);
    this.words.setActiveLang(locale);
    this.page.documentElement.lang = locale;
  }
}
