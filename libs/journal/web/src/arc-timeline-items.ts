import type { ArcAnswerView, ArcFactView, ArcView } from '@opiring/contract/arc';
import type { Day } from '@opiring/contract/text';

/** What stands on the way between the answers: something that took place, or a thought put down meanwhile. */
export type ArcItem = ArcFactView | { kind: 'moment'; id: string; day: Day; answer: ArcAnswerView };

/** In the order of days; a thought stands behind what it came after. */
export function itemsOf({ facts, between }: ArcView, dayOf: (instant: string) => Day): ArcItem[] {
  const moments = between.map((answer): ArcItem => ({
    kind: 'moment',
    id: answer.entryId,
    day: dayOf(answer.createdAt),
    answer,
  }));
  return [...facts, ...moments].sort(
    (a, b) => a.day.localeCompare(b.day) || Number(a.kind === 'moment') - Number(b.kind === 'moment'),
  );
}

/** What a thought may be said to come after: the newest first. */
export const occasionsOf = ({ facts }: ArcView): Extract<ArcFactView, { kind: 'meeting' | 'circle' }>[] =>
  facts.flatMap((fact) => (fact.kind === 'module' ? [] : [fact])).toReversed();

/** How far down the arc of the drawing a bead hangs, in pixels, for the n-th of so many columns. */
export function hangs(n: number, columns: number): number {
  const x = n / columns;
  return Math.round(62 - 4 * (x - x * x) * 54);
}
