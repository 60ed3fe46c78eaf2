import { Injectable } from '@nestjs/common';
import type { MemberProgressView } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';
import { CohortDirectory } from '@opiring/cohorts/api';
import { Curriculum } from '@opiring/curriculum/api';
import { type Caller, NotFound, prepared, Work } from '@opiring/platform/api';
import { asRead, memberView } from './member.view';
import { DEEDS_OF, type DeedsRow } from './own.queries';
import { memberThen, pastDay } from './past';
import { canSeeMember } from './progress.policy';
import { standingOf } from './standing';

@Injectable()
export class MemberService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly curriculum: Curriculum,
  ) {}

  /** One leader's page: three statements beside the session's; two of a day that is over. */
  member(caller: Caller, cohortId: string, membershipId: string, asOf?: Day): Promise<MemberProgressView> {
    return this.work.read(caller, async (tx) => {
      const seats = tx.viewer.inCohort(cohortId);
      if (seats.length === 0) throw new NotFound();
      const overview = await this.cohorts.overview(tx, cohortId, membershipId);
      const member = overview.roster.find((person) => person.membershipId === membershipId);
      if (member?.role !== 'participant' || !canSeeMember(seats, member)) throw new NotFound();
      const today = this.cohorts.today(overview.cohort, tx.now);
      const past = pastDay(asOf, today);
      if (past) {
        const then = await memberThen(tx, { cohorts: this.cohorts, cohort: overview.cohort, member }, past);
        return { ...asRead(then, seats), can: { agree: false } };
      }
      const [curriculum, [deeds]] = await Promise.all([
        this.curriculum.overview(tx, cohortId, membershipId),
        prepared<DeedsRow>(tx, 'progress-deeds', DEEDS_OF, [cohortId, membershipId]),
      ]);
      if (!deeds) throw new NotFound();
      const dayOf = (instant: string): string => this.cohorts.today(overview.cohort, new Date(instant));
      const standing = standingOf({ today, dayOf }, member, overview, curriculum, deeds);
      return asRead(memberView({ member, overview, curriculum, deeds, standing, dayOf }), seats);
    });
  }
}
