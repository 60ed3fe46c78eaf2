import { Injectable } from '@nestjs/common';
import type { JourneyView } from '@opiring/contract/progress';
import { CohortDirectory } from '@opiring/cohorts/api';
import { Curriculum } from '@opiring/curriculum/api';
import { type Caller, KEEPING_PLANS, lastly, NotFound, prepared, Work } from '@opiring/platform/api';
import { journeyView } from './journey.view';
import { OWN, type OwnRow } from './own.queries';
import { canSeeJourney } from './progress.policy';
import { standingOf } from './standing';

@Injectable()
export class JourneyService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly curriculum: Curriculum,
  ) {}

  /** Mine, as a participant: three statements beside the session's, in one message. */
  journey(caller: Caller, cohortId: string): Promise<JourneyView> {
    return this.work.read(
      caller,
      async (tx) => {
        const me = tx.viewer.as('participant', cohortId);
        if (!me || !canSeeJourney(tx.viewer.inCohort(cohortId))) throw new NotFound();
        const [overview, curriculum, [own]] = await lastly(tx, () =>
          Promise.all([
            this.cohorts.overview(tx, cohortId, me.id),
            this.curriculum.overview(tx, cohortId, me.id),
            prepared<OwnRow>(tx, 'progress-own', OWN, [cohortId, me.id]),
          ]),
        );
        const member = overview.roster.find(({ membershipId }) => membershipId === me.id);
        if (!own || !member) throw new NotFound();
        const today = this.cohorts.today(overview.cohort, tx.now);
        const dayOf = (instant: string): string => this.cohorts.today(overview.cohort, new Date(instant));
        const standing = standingOf({ today, dayOf }, member, overview, curriculum, own);
        return journeyView({ member, overview, curriculum, own, standing });
      },
      KEEPING_PLANS,
    );
  }
}
