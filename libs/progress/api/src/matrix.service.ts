import { Injectable } from '@nestjs/common';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';
import { CohortDirectory } from '@opiring/cohorts/api';
import { type Caller, KEEPING_PLANS, NotFound, PLANNING_ANEW, type Tx, Work } from '@opiring/platform/api';
import { MatrixSource, type Moment } from './matrix-source';
import { matrixView } from './matrix.view';
import { pastDay } from './past';
import { type MatrixSeen, seesMatrix } from './progress.policy';

/** Of so many people the plan that suits every cohort costs less than thinking of a better one. */
const FEW = 60;

function seenBy({ viewer }: Tx, cohortId: string): NonNullable<MatrixSeen> {
  const seen = seesMatrix(viewer.inCohort(cohortId));
  if (!seen) throw new NotFound();
  return seen;
}

@Injectable()
export class MatrixService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly source: MatrixSource,
  ) {}

  /** Two statements beside the session's, for ten leaders as for five hundred. */
  async matrix(
    caller: Caller,
    cohortId: string,
    byActivity: boolean,
    asOf?: Day,
  ): Promise<ProgressMatrixView> {
    const people = asOf === undefined ? this.source.lastSeen(cohortId) : undefined;
    const again =
      people !== undefined &&
      (await this.work.read(
        caller,
        (tx) => this.source.again(tx, cohortId, seenBy(tx, cohortId)),
        people > FEW ? PLANNING_ANEW : KEEPING_PLANS,
      ));
    if (again) return matrixView(again, byActivity);
    return this.work.read(caller, async (tx) => {
      const seen = seenBy(tx, cohortId);
      const past = asOf === undefined ? undefined : await this.past(tx, cohortId, asOf);
      return matrixView(await this.source.parts(tx, cohortId, seen, past), byActivity);
    });
  }

  private async past(tx: Tx, cohortId: string, asOf: Day): Promise<Moment | undefined> {
    const day = pastDay(asOf, this.cohorts.today(await this.cohorts.cohort(tx, cohortId), tx.now));
    return day === undefined ? undefined : { day, at: null };
  }
}
