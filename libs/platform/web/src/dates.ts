import { Injectable, inject } from '@angular/core';
import {
  dayIn,
  daysBetween,
  formatDay,
  formatHours,
  formatRange,
  formatTime,
  monthName,
  ofDay,
  onDay,
  sinceDay,
  untilDay,
} from './date-words';
import { Language } from './language';
import type { Locale } from './locales';
import { Me } from './me';

const near: Record<Locale, { today: string; yesterday: string; tomorrow: string }> = {
  et: { today: 'täna', yesterday: 'eile', tomorrow: 'homme' },
  en: { today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow' },
  ru: { today: 'сегодня', yesterday: 'вчера', tomorrow: 'завтра' },
};
const oclock: Record<Locale, string> = { et: 'kell ', en: 'at ', ru: 'в ' };

/**
 * Dates as the product says them, in the reader's language and the cohort's time zone. Days are `YYYY-MM-DD`,
 * instants ISO strings. Call from templates: the language is a signal, so the words follow it.
 */
@Injectable({ providedIn: 'root' })
export class Dates {
  private readonly me = inject(Me);
  private readonly language = inject(Language);

  /** 14. detsember · 14 December · 14 декабря; with the year where it is another than today's. */
  day(day: string): string {
    return formatDay(day, this.lang, this.otherYear(day) ? 'long-year' : 'long');
  }
  /** 14. detsember 2026: for what is read in years to come. */
  inFull(day: string): string {
    return formatDay(day, this.lang, 'long-year');
  }
  /** In a sentence: 14. detsembril · on 14 December · 14 декабря */
  on(day: string): string {
    const said = this.day(day);
    if (this.lang === 'en') return `on ${said}`;
    return this.lang === 'et' ? onDay(said) : said;
  }
  /** As something's own: 14. detsembri (versioon) · (the version of) 14 December · (версия от) 14 декабря */
  of(day: string): string {
    const said = this.day(day);
    return this.lang === 'et' ? ofDay(said) : said;
  }
  /** As the day something began: (alates) 14. detsembrist · (since) 14 December · (с) 14 декабря */
  since(day: string): string {
    const said = this.day(day);
    return this.lang === 'et' ? sinceDay(said) : said;
  }
  /** As the last day of something: (kuni) 14. detsembrini · (until) 14 December · (до) 14 декабря */
  until(day: string): string {
    const said = this.day(day);
    return this.lang === 'et' ? untilDay(said) : said;
  }
  /** 14. dets */
  short(day: string): string {
    return formatDay(day, this.lang, 'short');
  }
  /** Teisipäev, 5. detsember */
  weekday(day: string): string {
    const text = formatDay(day, this.lang, 'weekday');
    return text.charAt(0).toLocaleUpperCase(this.lang) + text.slice(1);
  }
  /** neljapäev */
  weekdayName(day: string): string {
    return formatDay(day, this.lang, 'weekday-only');
  }
  /** detsember (on its own) */
  month(day: string): string {
    return monthName(day, this.lang, 'long');
  }
  /** 9.–29. okt · 30. okt – 19. nov */
  range(from: string, to: string): string {
    return formatRange(from, to, this.lang);
  }
  /** kell 10–16.30 */
  hours(from: string, to: string): string {
    return oclock[this.lang] + formatHours(from, to, this.zone, this.lang);
  }
  /** kell 10–16.30, of hours a wall clock shows already: 10:00 and 16:30. */
  clock(from: string, to: string): string {
    return oclock[this.lang] + formatHours(`2000-01-01T${from}Z`, `2000-01-01T${to}Z`, 'UTC', this.lang);
  }
  /** Which day of a stretch a day is, its first being the 1st, put into words by `say`. */
  nth(firstDay: string, day: string, say: (n: number, day: string) => string): string {
    return say(daysBetween(firstDay, day) + 1, this.day(day));
  }
  /** 20.15 */
  time(instant: string): string {
    return formatTime(instant, this.zone, this.lang);
  }
  /** täna kell 7.55 · eile kell 20.15 · 14. detsember kell 9.05 */
  when(instant: string): string {
    return `${this.near(this.dayOf(instant))} ${oclock[this.lang]}${this.time(instant)}`;
  }
  /** täna · eile · homme · 14. detsember */
  near(day: string): string {
    const words = near[this.lang];
    const away = daysBetween(this.today(), day);
    if (away === 0) return words.today;
    if (away === -1) return words.yesterday;
    if (away === 1) return words.tomorrow;
    return this.day(day);
  }
  /** The cohort's day an instant falls on. */
  dayOf(instant: string): string {
    return dayIn(this.zone, new Date(instant));
  }
  today(): string {
    return dayIn(this.zone, new Date());
  }

  private get lang(): Locale {
    return this.language.current();
  }
  private get zone(): string {
    return this.me.timeZone();
  }
  private otherYear(day: string): boolean {
    return day.slice(0, 4) !== this.today().slice(0, 4) && Math.abs(daysBetween(this.today(), day)) > 200;
  }
}
