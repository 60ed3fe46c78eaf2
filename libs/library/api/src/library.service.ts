import { Injectable } from '@nestjs/common';
import type { LibraryView, PrinciplesView } from '@opiring/contract/library';
import { type Caller, type Idempotency, NotFound, type Tx, Work } from '@opiring/platform/api';
import { canAcceptPrinciples, canReadShelf, canSeeInterests } from './library.policy';
import { principlesView } from './programme.view';
import { ACCEPT, ACCEPTED, BOUND_COHORTS, COHORT_SHELF, type ShelfRow } from './shelf.queries';

@Injectable()
export class LibraryService {
  constructor(private readonly work: Work) {}

  shelf(caller: Caller, cohortId: string): Promise<LibraryView> {
    return this.work.read(caller, async (tx) => {
      const seats = tx.viewer.inCohort(cohortId);
      if (!canReadShelf(seats)) throw new NotFound();
      const [row] = await tx.manager.query<ShelfRow[]>(COHORT_SHELF, [cohortId]);
      if (!row) throw new NotFound();
      return {
        resources: row.resources,
        stories: row.stories,
        partners: row.partners,
        principles: row.principles && principlesView(row.principles),
        earlierPrinciples: (row.earlierPrinciples ?? []).map(principlesView),
        can: { seeInterests: canSeeInterests(seats) },
      };
    });
  }

  /** Read and accepted, by version. */
  accept(caller: Caller, principlesId: string, once: Idempotency | undefined): Promise<PrinciplesView> {
    const accept = async (tx: Tx): Promise<string> => {
      const cohorts = await tx.manager.query<{ id: string }[]>(BOUND_COHORTS, [principlesId]);
      if (!cohorts.some(({ id }) => canAcceptPrinciples(tx.viewer.inCohort(id)))) throw new NotFound();
      await tx.manager.query(ACCEPT, [principlesId, tx.viewer.accountId, tx.now]);
      return principlesId;
    };
    return this.work.once(caller, once, accept, async (tx, id) => {
      const [row] = await tx.manager.query<PrinciplesView[]>(ACCEPTED, [id, tx.viewer.accountId]);
      if (!row) throw new NotFound();
      return principlesView(row);
    });
  }
}
