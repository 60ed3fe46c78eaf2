import type { AttendanceState } from '@opiring/contract/cohorts';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';

type Card = ProgressMatrixView['attention'][number];

const missed = (state: AttendanceState | null | undefined): boolean =>
  state === 'absent' || state === 'excused';

/** A plain reason to call, or none. An agreed pause says all; a meeting nobody has recorded yet says nothing. */
export function reasonToCall(
  member: { membershipId: string; attendance: readonly (AttendanceState | null)[]; pausedUntil: Day | null },
  held: readonly { ordinal: number; day: Day }[],
): Card | undefined {
  const { membershipId, attendance, pausedUntil } = member;
  if (pausedUntil !== null) return { membershipId, reason: 'paused', day: pausedUntil };
  const last = held.at(-1);
  if (!last || !missed(attendance[last.ordinal])) return undefined;
  const before = held.at(-2);
  const twice = before !== undefined && missed(attendance[before.ordinal]);
  return { membershipId, reason: twice ? 'missed-two-meetings' : 'missed-last-meeting', day: last.day };
}
