import type { ActivityKind } from '@opiring/contract/curriculum';
import type { ActivityLine } from '@opiring/contract/draft-steps';

export const MOST_LINES = 100;
const LONGEST_TITLE = 300;

/** What a line may begin with to say its kind, in the three languages. */
const WORDS: readonly [ActivityKind, RegExp][] = [
  ['read', /^(loe|lugege|lugemine|read|reading|прочитай|прочитайте|читай|прочти|чтение)$/],
  ['watch', /^(vaata|vaadake|video|watch|посмотри|посмотрите|смотри|видео)$/],
  [
    'reflect',
    /^(mõtiskle|mõtisklege|mõtisklus|kirjuta|reflect|reflection|write|размышляй|поразмышляй|напиши|размышление)$/,
  ],
  ['practicum', /^(praktikum|practicum|практикум)$/],
  ['circle', /^(ring|hoia ringi|circle|hold a circle|круг|проведи круг)$/],
  ['talk', /^(räägi|vestle|vestlus|talk|поговори|беседа|обсуди)$/],
  ['survey', /^(küsitlus|survey|опрос|анкета)$/],
];
const BULLET = /^(?:[-*•–]|\d{1,3}[.)])\s+/;
const HOURS = /(\d{1,2})\s*(?:tundi|tund|t|h|hours?|часа|часов|час|ч)(?![\p{L}])/iu;
const MINUTES = /(\d{1,4})\s*(?:minutit|minut|min|minutes?|m|минут[аы]?|мин)(?![\p{L}])/iu;
const OPTIONAL = /(?<!\p{L})(vabatahtlik|optional|необязательно|по желанию)(?!\p{L})/iu;

/** A line as it was understood. */
export interface ReadLine extends ActivityLine {
  title: string;
  minutes: number | null;
  required: boolean;
  /** Why it cannot be taken in. */
  fault?: 'tooLong' | 'tooMany' | 'minutes';
}

/** Several lines, each an activity: „Loe: Bohm, 1. peatükk (20 min)“. Empty ones say nothing. */
export function readLines(text: string): ReadLine[] {
  return text
    .split(/\r\n|[\n\r\u2028]/)
    .map((line) => line.trim().replace(BULLET, '').trim())
    .filter((line) => line !== '')
    .map((line, at) => {
      const read = readLine(line);
      return at < MOST_LINES ? read : { ...read, fault: 'tooMany' };
    });
}

function readLine(line: string): ReadLine {
  const { rest, ...said } = bracket(line);
  const { kind, title } = kindOf(rest);
  const fault = title.length > LONGEST_TITLE ? 'tooLong' : (said.minutes ?? 0) > 6000 ? 'minutes' : undefined;
  return { kind, title, ...said, ...(fault && { fault }) };
}

/** The brackets at the end, where they say how long it takes; others belong to the name. */
function bracket(line: string): { rest: string; minutes: number | null; required: boolean } {
  const found = /\s*[([]([^()[\]]*)[)\]]\s*$/.exec(line);
  const inside = found?.[1] ?? '';
  const [hours, minutes] = [HOURS.exec(inside)?.[1], MINUTES.exec(inside)?.[1]];
  const required = !OPTIONAL.test(inside);
  const rest = line.slice(0, found?.index);
  if (rest.trim() === '' || (hours === undefined && minutes === undefined && required))
    return { rest: line, minutes: null, required: true };
  const length = (hours ?? minutes) ? Number(hours ?? 0) * 60 + Number(minutes ?? 0) : null;
  return { rest, minutes: length, required };
}

/** A word before a colon says the kind and goes; at the beginning of a sentence it says it and stays. */
function kindOf(rest: string): { kind: ActivityKind; title: string } {
  const known = (words: string): ActivityKind | undefined =>
    WORDS.find(([, pattern]) => pattern.test(words.trim().toLowerCase()))?.[0];
  const colon = rest.indexOf(':');
  const before = colon > 0 ? known(rest.slice(0, colon)) : undefined;
  const after = rest.slice(colon + 1).trim();
  if (before && after) return { kind: before, title: after };
  const [first = '', second = ''] = rest.split(/\s+/);
  return { kind: known(`${first} ${second}`) ?? known(first) ?? 'read', title: rest.trim() };
}
