import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { MirrorView } from '@opiring/contract/mirror';
import { Curriculum } from '@opiring/curriculum/api';
import { OwnPages } from '@opiring/journal/api';
import { Mentoring } from '@opiring/mentoring/api';
import { type Caller, NotFound, prepared, Work } from '@opiring/platform/api';
import { matrixRow } from './matrix.view';
import { memberView } from './member.view';
import { mirrorView } from './mirror.view';
import { DEEDS_OF, type DeedsRow } from './own.queries';
import { canSeeJourney } from './progress.policy';
import { standingOf } from './standing';

/** What others see of a leader. A leader asks for their own; nobody asks for another's. */
@Injectable()
export class MirrorService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly curriculum: Curriculum,
    private readonly pages: OwnPages,
    private readonly mentoring: Mentoring,
  ) {}

  /** Six statements beside the session's, however many look. */
  mirror(caller: Caller, cohortId: string): Promise<MirrorView> {
    return this.work.read(caller, async (tx) => {
      const seat = tx.viewer.as('participant', cohortId);
      if (!seat || !canSeeJourney(tx.viewer.inCohort(cohortId))) throw new NotFound();
      const roster = await this.cohorts.roster(tx, cohortId);
      const me = roster.find(({ membershipId }) => membershipId === seat.id);
      const overview = await this.cohorts.overview(tx, cohortId, seat.id);
      const curriculum = await this.curriculum.overview(tx, cohortId, seat.id);
      const [deeds] = await prepared<DeedsRow>(tx, 'progress-deeds', DEEDS_OF, [cohortId, seat.id]);
      if (!me || !deeds) throw new NotFound();
      const today = this.cohorts.today(overview.cohort, tx.now);
      const dayOf = (instant: string): string => this.cohorts.today(overview.cohort, new Date(instant));
      const standing = standingOf({ today, dayOf }, me, overview, curriculum, deeds);
      return mirrorView({
        cohortId,
        me,
        roster,
        given: await this.pages.givenAway(tx, seat.id),
        conversations: await this.mentoring.conversationsOn(tx, seat.id),
        row: matrixRow({ ...me, seat: me.seat ?? 0 }, standing.facts, standing.progress),
        standing: memberView({ member: me, overview, curriculum, deeds, standing, dayOf }),
        circles: deeds.circles,
        practicum: deeds.practicum?.withId === me.partnerId ? deeds.practicum : null,
        email: tx.viewer.email,
        showsAddressTo: (role) => this.cohorts.showsAddressesTo(role),
        showsAttendanceTo: (role, accompanies) => this.cohorts.showsAttendanceTo(role, accompanies),
      });
    });
  }
}
