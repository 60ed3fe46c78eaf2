import type { Day } from '@opiring/contract/text';
import type { MemberExceptions } from './facts';
import type { ExceptionRow } from './exceptions.queries';

/** A kind with what it is about. */
export type Held = readonly [kind: string, id: string];

/** What the fold asks about, where anything is agreed at all. */
export function exceptionsOf(held: readonly Held[] | undefined): MemberExceptions | undefined {
  if (!held || held.length === 0) return undefined;
  const ofKind = (wanted: string): Set<string> =>
    new Set(held.flatMap(([kind, id]) => (kind === wanted ? [id] : [])));
  return { opened: ofKind('opens'), excused: ofKind('excused') };
}

/** What of everything agreed with a leader is in force on a day; pauses the cohort tells by itself. */
export const inForce = (rows: readonly ExceptionRow[], today: Day): ExceptionRow[] =>
  rows.filter(
    ({ kind, endedAt, fromOn }) =>
      endedAt === null && kind !== 'pause' && (kind === 'excused' || fromOn <= today),
  );

export const heldOn = (rows: readonly ExceptionRow[], today: Day): Held[] =>
  inForce(rows, today).map(({ kind, activityId, moduleId }) => [kind, activityId ?? moduleId ?? '']);
