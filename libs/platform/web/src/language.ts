import { DOCUMENT } from '@angular/common';
import { Injectable, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { LOCALES, type Locale } from './locales';
import { remember, remembered } from './remembered';

const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** The language of the interface: what the reader chose here, else the account's, else Estonian. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly words = inject(TranslocoService);
  private readonly page = inject(DOCUMENT);
  private readonly chosen = signal<Locale>('et');
  readonly current = this.chosen.asReadonly();

  start(): void {
    const kept = remembered('language');
    this.set(isLocale(kept) ? kept : 'et', { keep: false });
  }

  /** The account's language counts until somebody chooses on this device. */
  suggest(locale: Locale): void {
    if (remembered('language') === null) this.set(locale, { keep: false });
  }

  set(locale: Locale, { keep } = { keep: true }): void {
    if (keep) remember('language', locale);
    this.chosen.set(locale);
    this.words.setActiveLang(locale);
    this.page.documentElement.lang = locale;
  }
}
