import type { Locale } from '@opiring/contract/values';
import { type PageFields, type TextName, TEXTS } from './page-fields';

/** One place where two people wrote different things since both last read the same. */
export interface Clash {
  /** Of our words: `lead`, `planUrl`, `effects`, `partners`, `questions`… */
  name: string;
  locale: Locale | null;
  theirs: string;
  mine: string;
  /** Puts theirs in the place of mine. */
  put: (fields: PageFields) => void;
}

/** A place on the page that is written as one. */
interface Place {
  name: string;
  locale: Locale | null;
  read: (fields: PageFields) => unknown;
  write: (fields: PageFields, from: PageFields) => void;
}

const LOCALES: readonly Locale[] = ['et', 'en', 'ru'];

const textPlace = (
  name: string,
  locale: Locale,
  of: (fields: PageFields) => Partial<Record<Locale, string>> | undefined,
): Place => ({
  name,
  locale,
  read: (fields) => of(fields)?.[locale] ?? '',
  write: (fields, from) => {
    const text = of(fields);
    if (text) text[locale] = of(from)?.[locale] ?? '';
  },
});

/** Texts are written by language, lists as a whole: half of one list and half of another is nobody's. */
function placesOf(fields: PageFields): Place[] {
  const texts = LOCALES.flatMap((locale) => [
    textPlace('title', locale, ({ title }) => title),
    ...TEXTS.map((name: TextName) => textPlace(name, locale, (of) => of.texts[name])),
    ...fields.questions.map(({ id }) =>
      textPlace('questions', locale, (of) => of.questions.find((question) => question.id === id)?.text),
    ),
  ]);
  return [
    ...texts,
    {
      name: 'planUrl',
      locale: null,
      read: (of) => of.planUrl,
      write: (of, from) => (of.planUrl = from.planUrl),
    },
    {
      name: 'effects',
      locale: null,
      read: (of) => of.effects,
      write: (of, from) => (of.effects = from.effects),
    },
    {
      name: 'partners',
      locale: null,
      read: (of) => of.partners,
      write: (of, from) => (of.partners = from.partners),
    },
  ];
}

/** The fields are plain data all through. */
export const copy = <T>(fields: T): T => JSON.parse(JSON.stringify(fields)) as T;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** How a place reads: a text as it is, a list line by line. */
const said = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : (value as object[])
        .map((line) =>
          Object.entries(line)
            .flatMap(([name, part]) => (name !== 'id' && typeof part === 'string' && part ? [part] : []))
            .join(' · '),
        )
        .join('\n');

/**
 * What I wrote and what somebody else wrote since `base`, in one: where only one of us changed a place, that change stands; where
 * both did, mine stays and the clash is named. Questions keep the version of theirs, which is the newest.
 */
export function mergePages(
  base: PageFields,
  theirs: PageFields,
  mine: PageFields,
): { fields: PageFields; clashes: Clash[] } {
  const fields = copy(theirs);
  const clashes: Clash[] = [];
  for (const { name, locale, read, write } of placesOf(theirs)) {
    const [was, now, own] = [read(base), read(theirs), read(mine)];
    if (same(was, own) || same(now, own)) continue;
    write(fields, copy(mine));
    if (!same(was, now))
      clashes.push({
        name,
        locale,
        theirs: said(now),
        mine: said(own),
        put: (into) => write(into, copy(theirs)),
      });
  }
  return { fields, clashes };
}

export const take = (fields: PageFields, clash: Clash): void => clash.put(fields);
