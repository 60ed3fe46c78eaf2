import { Injectable } from '@nestjs/common';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';
import { CohortDirectory } from '@opiring/cohorts/api';
import { type Caller, NotFound, prepared, type Tx, Work } from '@opiring/platform/api';
import { memberRows } from './member-facts';
import { GATHERED, type GatheredRow, HEAD, type HeadRow, letterOf } from './matrix.queries';
import { matrixView } from './matrix.view';
import { pastDay } from './past';
import { GATHERED_THEN, HEAD_THEN, type HeadThenRow } from './past.queries';
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
  matrix(caller: Caller, cohortId: string, byActivity: boolean, asOf?: Day): Promise<ProgressMatrixView> {
    return this.work.read(caller, async (tx) => {
      const seen = seesMatrix(tx.viewer.inCohort(cohortId));
      if (!seen) throw new NotFound();
      const past = asOf === undefined ? undefined : await this.past(tx, cohortId, asOf);
      const head = await this.head(tx, cohortId, past);
      const modules = head.edition ? this.editions.take(head.edition.id, head.edition.content) : [];
      const today = past ?? this.cohorts.today(head, tx.now);
      const activities = modules.flatMap((module) => module.activities.map(({ id }) => id));
      const published = new Set(activities);
      const retired = head.retired.filter(({ id }) => !published.has(id));
      const counted = [...activities, ...retired.map(({ id }) => id)];
      const asked = [
        cohortId,
        today,
        counted,
        counted.map((_, ordinal) => letterOf(2 * ordinal)),
        counted.map((_, ordinal) => letterOf(2 * ordinal + 1)),
        head.meetings.map(({ id }) => id),
        seen.of === 'mentor' ? seen.mentorId : null,
      ];
      const [gathered] = await ('at' in head
        ? prepared<GatheredRow>(tx, 'progress-facts-then', GATHERED_THEN, [...asked, head.at])
        : prepared<GatheredRow>(tx, 'progress-facts', GATHERED, asked));
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

  private async past(tx: Tx, cohortId: string, asOf: Day): Promise<Day | undefined> {
    return pastDay(asOf, this.cohorts.today(await this.cohorts.cohort(tx, cohortId), tx.now));
  }

  private async head(tx: Tx, cohortId: string, past: Day | undefined): Promise<HeadRow | HeadThenRow> {
    const known = this.editions.ids();
    const [head] = await (past
      ? prepared<HeadThenRow>(tx, 'progress-head-then', HEAD_THEN, [cohortId, past, known])
      : prepared<HeadRow>(tx, 'progress-head', HEAD, [cohortId, tx.now, known]));
    if (!head) throw new NotFound();
    return head;
  }
}
