import type { CohortOverview, MeetingFacts } from '@opiring/cohorts/api';
import type { CurriculumOverview, MemberFacts as ActivityDays } from '@opiring/curriculum/api';
import type { RosterMember } from '@opiring/cohorts/api';
import type { Day, Instant } from '@opiring/contract/text';
import type { CircleTold, DeedsRow } from './own.queries';
import { exceptionsOf, heldOn } from './exceptions';
import { BEGUN, DONE, type MemberFacts, UNTOUCHED } from './facts';
import { foldFor, type MemberProgress } from './fold';
import { titled } from './published-editions';

/** One member's standing with the facts it follows from. */
export interface Standing {
  readonly today: Day;
  readonly facts: MemberFacts;
  readonly progress: MemberProgress;
  /** When each activity was done, where it was. */
  readonly doneAt: (activityId: string) => Instant | null;
}

/** What of a cohort one member's standing follows from. */
export interface StandingCohort {
  readonly cohort: Pick<CohortOverview['cohort'], 'endsOn' | 'completionRule'>;
  readonly meetings: readonly Pick<MeetingFacts, 'id' | 'state' | 'attendance' | 'endsAt'>[];
}

/** The cohort's day it is, and the days of instants there. */
export interface OnDay {
  readonly today: Day;
  readonly dayOf: (instant: Instant) => Day;
}

/** Folds what the contexts tell about one member: the same fold the matrix uses (rule 11). */
export function standingOf(
  { today, dayOf }: OnDay,
  member: RosterMember,
  { cohort, meetings }: StandingCohort,
  curriculum: CurriculumOverview,
  deeds: DeedsRow,
): Standing {
  const days: ActivityDays = curriculum.facts.get(member.membershipId) ?? {};
  const activities = curriculum.modules.flatMap((module) => module.activities);
  const published = new Set(activities.map(({ id }) => id));
  const facts: MemberFacts = {
    marks: activities.map(({ id }) => markOf(days[id])),
    retiredDone: deeds.retired
      .filter(({ id }) => !published.has(id) && markOf(days[id]) === DONE)
      .map(({ moduleId }) => curriculum.modules.findIndex(({ id }) => id === moduleId)),
    attendance: meetings.map((meeting) => meeting.attendance[member.membershipId] ?? null),
    practicum: deeds.practicum ?? { confirmed: 0, heldOn: null },
    circles: { held: deeds.circles.length, lastOn: lastDay(deeds.circles) },
    paused: member.pausedUntil !== null,
    planRead: deeds.planRead,
    exceptions: exceptionsOf(heldOn(deeds.exceptions, today)),
  };
  const fold = foldFor({
    today,
    endsOn: cohort.endsOn,
    modules: titled(curriculum.modules),
    meetings: meetings.map(({ id, state, endsAt }) => ({
      id,
      state,
      // Telling days takes long, and only a rule that counts from this meeting asks.
      get endsOn() {
        return dayOf(endsAt);
      },
    })),
    rule: cohort.completionRule,
  });
  const doneAt = (id: string): Instant | null => {
    const at = days[id];
    return at === undefined || at === null ? null : new Date(at).toISOString();
  };
  return { today, facts, progress: fold(facts), doneAt };
}

function markOf(doneAt: number | null | undefined): number {
  if (doneAt === undefined) return UNTOUCHED;
  return doneAt === null ? BEGUN : DONE;
}

const lastDay = (circles: readonly CircleTold[]): Day | null => circles[0]?.heldOn ?? null;
