import { Global, Injectable, Module } from '@nestjs/common';
import { CohortDirectory, CohortsModule } from '@opiring/cohorts/api';
import { Curriculum, CurriculumModule, Openness, type Opening } from '@opiring/curriculum/api';
import { prepared, type Tx } from '@opiring/platform/api';
import { DEEDS_OF, type DeedsRow } from './own.queries';
import { standingOf } from './standing';

/** The same fold and the same facts as a leader's page: three statements. */
@Injectable()
class FoldedOpenness extends Openness {
  constructor(
    private readonly cohorts: CohortDirectory,
    private readonly curriculum: Curriculum,
  ) {
    super();
  }

  override async of(tx: Tx, cohortId: string, membershipId: string, activityId: string): Promise<Opening> {
    const [overview, curriculum, [deeds]] = await Promise.all([
      this.cohorts.overview(tx, cohortId, membershipId),
      this.curriculum.overview(tx, cohortId, membershipId),
      prepared<DeedsRow>(tx, 'progress-deeds', DEEDS_OF, [cohortId, membershipId]),
    ]);
    const member = overview.roster.find((person) => person.membershipId === membershipId);
    const ids = curriculum.modules.flatMap(({ activities }) => activities.map(({ id }) => id));
    if (!member || !deeds || !ids.includes(activityId)) return 'closed';
    const dayOf = (instant: string): string => this.cohorts.today(overview.cohort, new Date(instant));
    const today = this.cohorts.today(overview.cohort, tx.now);
    const { progress } = standingOf({ today, dayOf }, member, overview, curriculum, deeds);
    const state = progress.activities[ids.indexOf(activityId)];
    return state === 'closed' || state === 'excused' ? state : 'open';
  }
}

/** Gives the contexts further left the fold's answer; they know only that there is one. */
@Global()
@Module({
  imports: [CohortsModule, CurriculumModule],
  providers: [{ provide: Openness, useClass: FoldedOpenness }],
  exports: [Openness],
})
export class OpennessModule {}
