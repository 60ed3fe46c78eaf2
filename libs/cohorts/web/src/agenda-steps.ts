import type { AgendaStepView } from '@opiring/contract/meetings';
import type { Locale } from '@opiring/contract/values';

/** A step while it is being written: a key of its own keeps it through every reordering. */
export interface DraftStep extends AgendaStepView {
  key: number;
}

/** When each step begins, counted from the meeting's beginning. */
export function timed<T extends AgendaStepView>(
  steps: readonly T[],
  startsAt: string,
): (T & { from: string; until: string })[] {
  let at = Date.parse(startsAt);
  return steps.map((step) => {
    const from = new Date(at).toISOString();
    at += step.minutes * 60_000;
    return { ...step, from, until: new Date(at).toISOString() };
  });
}

/** How the steps' minutes meet the meeting's: what is left over, less than nothing where they are too many. */
export function fit(
  steps: readonly AgendaStepView[],
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
): { sum: number; length: number; left: number } {
  const sum = steps.reduce((total, { minutes }) => total + (Number.isFinite(minutes) ? minutes : 0), 0);
  const length = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  return { sum, length, left: length - sum };
}

/** The list with one item taken from `from` and put at `to`; the same list where there is no such place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || from === to || to < 0 || to >= items.length) return items;
  const rest = items.filter((_, at) => at !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Where an arrow key, Home or End carries a step; undefined for every other key. */
export const carriedTo = (key: string, at: number, length: number): number | undefined =>
  ({ ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: length - 1 })[key];

/** The step with its title in one language; an empty one is not kept. */
export function titled<T extends AgendaStepView>(step: T, lang: Locale, text: string): T {
  const { [lang]: _, ...others } = step.title;
  return { ...step, title: text.trim() ? { ...others, [lang]: text } : others };
}

/** The first step that cannot be kept as it is, and why. */
export function faultIn(
  steps: readonly AgendaStepView[],
): { at: number; what: 'title' | 'minutes' } | undefined {
  for (const [at, { title, minutes }] of steps.entries()) {
    if (!Object.values(title).some((text) => text?.trim())) return { at, what: 'title' };
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > 720) return { at, what: 'minutes' };
  }
  return undefined;
}
