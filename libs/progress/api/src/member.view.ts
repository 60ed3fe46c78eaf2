import { type CohortOverview, type MeetingFacts, personOf, type RosterMember } from '@opiring/cohorts/api';
import type { CurriculumOverview } from '@opiring/curriculum/api';
import type { MemberProgressView } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';
import { exceptionViews, titlesOf, withoutReason } from './exceptions.view';
import { companion } from './journey.view';
import type { DeedsRow } from './own.queries';
import { canListExceptions, readsReasons, type Seat } from './progress.policy';
import type { Standing } from './standing';

/** Everything a leader's page is made of. */
export interface MemberParts {
  readonly member: RosterMember;
  readonly overview: Pick<CohortOverview, 'roster'> & {
    readonly meetings: readonly Pick<MeetingFacts, 'id' | 'title' | 'startsAt' | 'state'>[];
  };
  readonly curriculum: CurriculumOverview;
  readonly deeds: DeedsRow;
  readonly standing: Standing;
  readonly dayOf: (instant: string) => Day;
}

/** What others see of a leader, and the leader of themselves: existence and days, never a word they wrote. */
export function memberView({
  member,
  overview,
  curriculum,
  deeds,
  standing,
  dayOf,
}: MemberParts): MemberProgressView {
  let ordinal = 0;
  return {
    member: personOf(member),
    modules: curriculum.modules.map((module, index) => ({
      id: module.id,
      title: module.title,
      state: standing.progress.modules[index] ?? 'ahead',
      activities: module.activities.map(({ id, title, kind }) => {
        const at = standing.doneAt(id);
        return {
          id,
          title,
          kind,
          state: standing.progress.activities[ordinal++] ?? 'ahead',
          doneOn: at === null ? null : dayOf(at),
        };
      }),
    })),
    meetings: overview.meetings.map((meeting, index) => ({
      id: meeting.id,
      title: meeting.title,
      startsAt: meeting.startsAt,
      state: meeting.state,
      attendance: standing.facts.attendance[index] ?? null,
    })),
    circles: deeds.circles,
    mentor: companion(overview, member.mentorId),
    partner: companion(overview, member.partnerId),
    pausedUntil: member.pausedUntil,
    exceptions: exceptionViews(deeds.exceptions, titlesOf(curriculum.modules)),
    certificate: standing.progress.certificate,
    can: { agree: false },
  };
}

/** The page as one reader has it: their own abilities, and reasons only for whom they are about and who agrees them. */
export function asRead(view: MemberProgressView, seats: readonly Seat[]): MemberProgressView {
  const reads = readsReasons(seats, view.member.membershipId);
  return {
    ...view,
    exceptions: reads ? view.exceptions : view.exceptions.map(withoutReason),
    can: { agree: canListExceptions(seats) },
  };
}
