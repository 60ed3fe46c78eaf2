import { Injectable } from '@nestjs/common';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { CohortDirectory } from '@opiring/cohorts/api';
import { type Caller, NotFound, prepared, Work } from '@opiring/platform/api';
import { memberRows } from './member-facts';
import { GATHERED, type GatheredRow, HEAD, type HeadRow, letterOf } from './matrix.queries';
import { matrixView } from './matrix.view';
import { seesMatrix } from './progress.policy';
import { PublishedEditions } from './published-editions';

@Injectable()
export class MatrixService {
  private readonly editions = new PublishedEditions();

  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
  ) {}

  /** Two statements beside the session's, for ten leaders as for five hundred. */
  matrix(caller: Caller, cohortId: string, byActivity: boolean): Promise<ProgressMatrixView> {
    return this.work.read(caller, async (tx) => {
      const seen = seesMatrix(tx.viewer.inCohort(cohortId));
      if (!seen) throw new NotFound();
      const [head] = await prepared<HeadRow>(tx, 'progress-head', HEAD, [
        cohortId,
        tx.now,
        this.editions.ids(),
      ]);
      if (!head) throw new NotFound();
      const modules = head.edition ? this.editions.take(head.edition.id, head.edition.content) : [];
      const today = this.cohorts.today(head, tx.now);
      const activities = modules.flatMap((module) => module.activities.map(({ id }) => id));
      const published = new Set(activities);
      const retired = head.retired.filter(({ id }) => !published.has(id));
      const counted = [...activities, ...retired.map(({ id }) => id)];
      const [gathered] = await prepared<GatheredRow>(tx, 'progress-facts', GATHERED, [
        cohortId,
        today,
        counted,
        counted.map((_, ordinal) => letterOf(2 * ordinal)),
        counted.map((_, ordinal) => letterOf(2 * ordinal + 1)),
        head.meetings.map(({ id }) => id),
        seen.of === 'mentor' ? seen.mentorId : null,
      ]);
      if (!gathered) throw new NotFound();
      const rows = memberRows(gathered);
      const orders = {
        activities: activities.length,
        meetings: head.meetings.length,
        retiredModules: retired.map(({ moduleId }) => modules.findIndex(({ id }) => id === moduleId)),
      };
      return matrixView({ cohortId, today, head, modules, orders, rows }, byActivity);
    });
  }
}
