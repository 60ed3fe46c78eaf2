import { IsOptional, IsString, MaxLength, ValidateBy } from 'class-validator';
import { LOCALES, type Locale } from './values';

/** An organizer's text by language; a reader falls back to the programme's language. */
export class LocalText {
  @IsOptional() @IsString() @MaxLength(20_000) et?: string;
  @IsOptional() @IsString() @MaxLength(20_000) en?: string;
  @IsOptional() @IsString() @MaxLength(20_000) ru?: string;
}

/** What an organizer may send: by language, or a plain string in the programme's language. */
export type LocalTextInput = LocalText | string;

const sound = (text: unknown, max: number): text is string => typeof text === 'string' && text.length <= max;

function isLocalText(value: unknown, max: number, blank: boolean): boolean {
  if (typeof value === 'string') return sound(value, max) && (blank || value.trim() !== '');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const texts = Object.entries(value).filter(([, text]) => text !== undefined);
  const known = texts.every(([key, text]) => LOCALES.some((locale) => locale === key) && sound(text, max));
  return known && (blank || texts.some(([, text]) => String(text).trim() !== ''));
}

/** A LocalTextInput: no other language, no longer than `max`, and not blank unless `blank`. */
export function IsLocalText({ max = 20_000, blank = false, each = false } = {}): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isLocalText',
      validator: {
        validate: (value) => isLocalText(value, max, blank),
        defaultMessage: () =>
          `$property must be a text, or texts by language (et, en, ru), of at most ${max} characters`,
      },
    },
    { each },
  );
}

/** A plain string means the programme's language; blank texts are left out. */
export function inLanguage(sent: LocalTextInput, language: Locale): LocalText {
  const texts: LocalText = typeof sent === 'string' ? { [language]: sent } : sent;
  return Object.fromEntries(
    LOCALES.flatMap((locale) => (texts[locale]?.trim() ? [[locale, texts[locale].trim()]] : [])),
  );
}

/** For ValidateIf: absent means 'stays', but null is no value. (IsOptional would let null through.) */
export const isSent = (_body: object, value: unknown): boolean => value !== undefined;

/** A day of the cohort's calendar, `YYYY-MM-DD`. */
export type Day = string;
/** An instant, ISO 8601 with zone. */
export type Instant = string;

/** An instant with its zone, as JavaScript reads it; ISO 8601 knows weeks and more besides. */
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A page of a bounded list; `next` is the cursor to ask for more, absent at the end. */
export interface Page<T> {
  items: T[];
  next?: string;
}
