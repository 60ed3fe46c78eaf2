import type { Locale } from './locales';

type DayForm = 'long' | 'long-year' | 'short' | 'weekday' | 'weekday-only';

const forms: Record<DayForm, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long' },
  'long-year': { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  'weekday-only': { weekday: 'long' },
};
const tags: Record<Locale, string> = { et: 'et', en: 'en-GB', ru: 'ru' };
const kept = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = kept.get(key);
  if (!found) kept.set(key, (found = new Intl.DateTimeFormat(tags[locale], options)));
  return found;
}

/** A day has no zone: it is read and written as UTC, so that nothing moves it. */
const asDate = (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`);

export function formatDay(day: string, locale: Locale, form: DayForm): string {
  const text = formatter(locale, { ...forms[form], timeZone: 'UTC' }).format(asDate(day));
  // Abbreviated months carry no full stop in our texts, and a Russian year no "г.".
  // The number and its month stay on one line.
  return text
    .replace(/\.$/, '')
    .replace(/\s*г$/, '')
    .replace(/(\d\.?) (?=\p{L})/u, '$1\u00a0');
}

export function monthName(day: string, locale: Locale, form: 'long' | 'short'): string {
  return formatter(locale, { month: form, timeZone: 'UTC' }).format(asDate(day)).replace(/\.$/, '');
}

export function formatRange(from: string, to: string, locale: Locale): string {
  if (from === to) return formatDay(from, locale, 'short');
  const last = formatDay(to, locale, 'short');
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${formatDay(from, locale, 'short')} – ${last}`;
  const first = String(Number(from.slice(8)));
  return `${first}${locale === 'et' ? '.' : ''}–${last}`;
}

/** 7.55 in Estonian, 7:55 elsewhere; a full hour is only the hour in Estonian. */
export function formatTime(instant: string, timeZone: string, locale: Locale): string {
  const parts = formatter(locale, {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const hour = String(Number(part('hour')));
  const minute = part('minute').padStart(2, '0');
  if (locale !== 'et') return `${hour}:${minute}`;
  return minute === '00' ? hour : `${hour}.${minute}`;
}

export function formatHours(from: string, to: string, timeZone: string, locale: Locale): string {
  return `${formatTime(from, timeZone, locale)}–${formatTime(to, timeZone, locale)}`;
}

/** By time zone. Making one takes longer than a hundred days told by it, and pages tell many. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  let found = calendars.get(timeZone);
  if (!found) calendars.set(timeZone, (found = new Intl.DateTimeFormat('sv-SE', { timeZone })));
  return found.format(instant);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((asDate(to).getTime() - asDate(from).getTime()) / 86_400_000);
}

const adessive: Record<string, string> = { mai: 'mail', juuni: 'juunil', juuli: 'juulil' };

/** An Estonian date's month takes the case that says when: 14. oktoober, aga 14. oktoobril. */
export function onDay(said: string): string {
  return said.replace(
    /\p{L}+/u,
    (month) => adessive[month] ?? `${month.replace(/oober$/, 'oobr').replace(/ember$/, 'embr')}il`,
  );
}

/** The same date as something's own: 14. detsembri versioon. */
export const ofDay = (said: string): string => onDay(said).replace(/(?<=\p{L})l(?=$|\s)/u, '');

/** Where something lasts as long: kuni 14. detsembrini. */
export const untilDay = (said: string): string => onDay(said).replace(/(?<=\p{L})l(?=$|\s)/u, 'ni');

/** Where something began then: alates 14. detsembrist. */
export const sinceDay = (said: string): string => onDay(said).replace(/(?<=\p{L})l(?=$|\s)/u, 'st');
