import { DOCUMENT } from '@angular/common';
import { Injectable, inject, signal } from '@angular/core';
import { remember, remembered } from './remembered';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Light, dark, or as the device says. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly page = inject(DOCUMENT);
  private readonly chosen = signal<ThemeName>('system');
  readonly current = this.chosen.asReadonly();

  start(): void {
    const kept = THEMES.find((name) => name === remembered('theme'));
    this.set(kept ?? 'system');
  }

  set(theme: ThemeName): void {
    remember('theme', theme === 'system' ? null : theme);
    this.chosen.set(theme);
    if (theme === 'system') this.page.documentElement.removeAttribute('data-theme');
    else this.page.documentElement.dataset['theme'] = theme;
  }
}
