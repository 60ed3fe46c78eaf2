import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { ChangesView } from '@opiring/contract/changes';
import type { Instant } from '@opiring/contract/text';
import { BadInput, type Caller, NotFound, type Tx, Work } from '@opiring/platform/api';
import { canSeeCalls } from './attention.policy';
import { changesBetween } from './changes';
import { MatrixSource } from './matrix-source';
import { matrixView } from './matrix.view';

const MARK = 'SELECT looked_at AS at FROM leader_marks WHERE account_id = $1 AND cohort_id = $2';
/** Two pages may mark at once; the later moment holds. */
const TAKE_NOTE = `INSERT INTO leader_marks AS m (account_id, cohort_id, looked_at) VALUES ($1, $2, $3)
  ON CONFLICT (account_id, cohort_id) DO UPDATE SET looked_at = greatest(m.looked_at, EXCLUDED.looked_at)`;

/** What changed since a program leader last took note: the matrix of then beside the one of now. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly source: MatrixSource,
  ) {}

  read(caller: Caller, cohortId: string): Promise<ChangesView> {
    return this.work.read(caller, (tx) => this.view(tx, cohortId));
  }

  mark(caller: Caller, cohortId: string, until: Instant): Promise<ChangesView> {
    return this.work.write(caller, async (tx) => {
      if (!canSeeCalls(tx.viewer.inCohort(cohortId))) throw new NotFound();
      const at = new Date(until);
      // Clocks of two servers may differ by a little.
      if (at.getTime() > tx.now.getTime() + 60_000)
        throw new BadInput({ until: ['must not be in the future'] });
      await tx.manager.query(TAKE_NOTE, [tx.viewer.accountId, cohortId, at]);
      return this.view(tx, cohortId);
    });
  }

  private async view(tx: Tx, cohortId: string): Promise<ChangesView> {
    if (!canSeeCalls(tx.viewer.inCohort(cohortId))) throw new NotFound();
    const until = tx.now.toISOString();
    const [mark] = await tx.manager.query<{ at: Date }[]>(MARK, [tx.viewer.accountId, cohortId]);
    if (!mark) return { since: null, until, changes: [] };
    const seen = { of: 'cohort' } as const;
    const now = await this.source.parts(tx, cohortId, seen);
    const dayOf = (instant: string): string => this.cohorts.today(now.head, new Date(instant));
    const since = mark.at.toISOString();
    const then = await this.source.parts(tx, cohortId, seen, { day: dayOf(since), at: mark.at });
    return { since, until, changes: changesBetween(matrixView(then, false), matrixView(now, false), dayOf) };
  }
}
