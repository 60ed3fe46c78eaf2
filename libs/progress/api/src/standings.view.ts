import type { ProgressMatrixView, ProgressState } from '@opiring/contract/progress';
import { PULSE_ANSWERS, type PulseAnswer } from '@opiring/contract/pulse.values';
import type { CohortStandingView } from '@opiring/contract/standings';
import type { Day } from '@opiring/contract/text';
import { attended } from './facts';
import { type MatrixParts, matrixView } from './matrix.view';
import type { PulseOfRow } from './standings.queries';

/** Fewer people than this make no total (rule 7). */
const FEWEST = 5;
const STATES: readonly ProgressState[] = ['done', 'begun', 'ahead', 'paused', 'closed', 'excused'];
const OUTCOMES = ['certificate', 'statement', 'open'] as const;

/** The overview's own matrix, added up, so that no number can be another than there. */
export function standingView(
  parts: MatrixParts,
  membershipId: string,
  pulses: readonly PulseOfRow[],
  dayOf: (instant: Date) => Day,
): CohortStandingView {
  const { cohort, modules, meetings, members, totals } = matrixView(parts, false);
  const enough = members.length >= FEWEST;
  const pulseOf = new Map(pulses.map((pulse) => [pulse.meetingId, pulse.totals]));
  return {
    cohort: { ...cohort, startsOn: parts.head.startsOn, endsOn: parts.head.endsOn },
    membershipId,
    members: members.length,
    modules: modules.map((module, at) => ({
      ...module,
      states: enough
        ? counted(
            STATES,
            members.map(({ states }) => states[at]),
          )
        : null,
    })),
    meetings: meetings.map(({ id, startsAt, state }, at) => ({
      id,
      day: dayOf(new Date(startsAt)),
      state,
      attended: enough && state === 'held' ? whoCame(members, at) : null,
      pulse: wholePulse(pulseOf.get(id) ?? null),
    })),
    circles: enough ? { held: totals.circles, people: totals.people } : null,
    certificates: enough
      ? counted(
          OUTCOMES,
          members.map(({ certificate }) => certificate),
        )
      : null,
  };
}

function counted<Word extends string>(
  words: readonly Word[],
  told: readonly (Word | undefined)[],
): Record<Word, number> {
  const many = new Map<Word | undefined, number>();
  for (const word of told) many.set(word, (many.get(word) ?? 0) + 1);
  return Object.fromEntries(words.map((word) => [word, many.get(word) ?? 0])) as Record<Word, number>;
}

const whoCame = (members: ProgressMatrixView['members'], meeting: number): number =>
  members.filter(({ attendance }) => attended(attendance[meeting])).length;

const wholePulse = (totals: PulseOfRow['totals']): Record<PulseAnswer, number> | null =>
  totals &&
  (Object.fromEntries(PULSE_ANSWERS.map((answer) => [answer, totals[answer] ?? 0])) as Record<
    PulseAnswer,
    number
  >);
