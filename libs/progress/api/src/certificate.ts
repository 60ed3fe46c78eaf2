import type { CertificateView } from '@opiring/contract/progress';
import { attended, type CompletionRule, type FoldDay, type MemberFacts } from './facts';

/** A share of a whole number is never asked to be exact in binary: 0.1 × 30 must not ask for four. */
function neededOf({ attendanceShare, meetings }: CompletionRule, total: number): number {
  // Meetings that were cancelled cannot be asked of anybody.
  return meetings == null ? Math.ceil(attendanceShare * total - 1e-9) : Math.min(meetings, total);
}

/** Of the activities the curriculum requires, how many are done. */
export interface RequiredTally {
  readonly done: number;
  readonly total: number;
}

/** The certificate from facts alone, with its reasons (rule 12). */
export function certificateOf(
  day: FoldDay,
  facts: Pick<MemberFacts, 'attendance' | 'practicum' | 'circles'>,
  required: RequiredTally = { done: 0, total: 0 },
): CertificateView {
  let came = 0;
  let held = 0;
  let total = 0;
  day.meetings.forEach((meeting, index) => {
    if (meeting.state === 'cancelled') return;
    total++;
    if (meeting.state === 'held') held++;
    if (attended(facts.attendance[index])) came++;
  });
  const { rule } = day;
  const needed = neededOf(rule, total);
  const circles = rule.communityCircle ? (rule.circles ?? 1) : 0;
  const attendanceMet = total > 0 && came >= needed;
  const practicumMet = !rule.practicum || facts.practicum.confirmed >= 2;
  const circleMet = facts.circles.held >= circles;
  const activities = rule.requiredActivities
    ? { done: required.done, total: required.total, met: required.done === required.total }
    : null;
  const over = day.today > day.endsOn || (total > 0 && held === total);
  const met = attendanceMet && practicumMet && circleMet && (activities?.met ?? true);
  return {
    state: met ? 'certificate' : over ? 'statement' : 'open',
    reasons: {
      attendance: { attended: came, held, total, needed, met: attendanceMet },
      practicum: {
        confirmed: facts.practicum.confirmed,
        heldOn: facts.practicum.heldOn,
        met: practicumMet,
        asked: rule.practicum,
      },
      circle: { held: facts.circles.held, lastOn: facts.circles.lastOn, met: circleMet, needed: circles },
      activities,
    },
  };
}
