import type { CohortDirectory, CohortOverview, RosterMember } from '@opiring/cohorts/api';
import type { MemberProgressView } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';
import type { CurriculumOverview } from '@opiring/curriculum/api';
import { BadInput, NotFound, prepared, type Tx } from '@opiring/platform/api';
import { memberView } from './member.view';
import { MEMBER_THEN, type MemberThenRow } from './past.queries';
import { standingOf } from './standing';

/** The day behind today that is asked for; nothing where it is today itself. */
export function pastDay(asOf: Day | undefined, today: Day): Day | undefined {
  if (asOf === undefined || asOf === today) return undefined;
  if (asOf > today) throw new BadInput({ asOf: ['must not be later than today'] });
  return asOf;
}

/** Whose page is asked for, as they are today. */
export interface Whose {
  readonly cohorts: CohortDirectory;
  readonly cohort: CohortOverview['cohort'];
  readonly member: RosterMember;
}

/** A leader's page as it stood at a day's end: the same fold and the same view, of the facts there were. */
export async function memberThen(
  tx: Tx,
  { cohorts, cohort, member }: Whose,
  day: Day,
): Promise<MemberProgressView> {
  const { membershipId } = member;
  const [then] = await prepared<MemberThenRow>(tx, 'progress-member-then', MEMBER_THEN, [
    cohort.id,
    day,
    membershipId,
  ]);
  if (!then?.there) throw new NotFound();
  const roster = [then.mentor, then.partner].flatMap((person) =>
    person ? [{ ...person, accountId: '', mentorId: null, partnerId: null, pausedUntil: null }] : [],
  );
  const meetings = then.meetings.map(({ attended, startsAt, ...meeting }) => ({
    ...meeting,
    startsAt: new Date(startsAt).toISOString(),
    attendance: attended ? { [membershipId]: attended } : {},
  }));
  const overview = { cohort: { ...cohort, completionRule: then.rule }, roster, meetings };
  const curriculum: CurriculumOverview = {
    modules: then.content?.modules ?? [],
    questions: [],
    facts: new Map([[membershipId, then.facts ?? {}]]),
  };
  const thenMember = {
    ...member,
    mentorId: then.mentor?.membershipId ?? null,
    partnerId: then.partner?.membershipId ?? null,
    pausedUntil: then.pausedUntil,
  };
  const { deeds } = then;
  const dayOf = (instant: string): Day => cohorts.today(cohort, new Date(instant));
  const standing = standingOf({ today: day, dayOf }, thenMember, overview, curriculum, deeds);
  return memberView({ member: thenMember, overview, curriculum, deeds, standing, dayOf });
}
