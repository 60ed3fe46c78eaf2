import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { CohortStandingsView } from '@opiring/contract/standings';
import { type Caller, NotFound, Work } from '@opiring/platform/api';
import { MatrixSource } from './matrix-source';
import { leads } from './progress.policy';
import { type PulseOfRow, PULSES } from './standings.queries';
import { standingView } from './standings.view';

/** The cohorts of a program leader beside one another, in the order in which they began; nobody and nothing is ranked. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly source: MatrixSource,
  ) {}

  /** Three statements beside the session's, for two cohorts as for twenty. */
  list(caller: Caller): Promise<CohortStandingsView> {
    return this.work.read(caller, async (tx) => {
      const seats = new Map(leads(tx.viewer.memberships).map(({ cohortId, id }) => [cohortId, id]));
      if (seats.size === 0) throw new NotFound();
      const ids = [...seats.keys()];
      const parts = await this.source.several(tx, ids);
      const pulses = await tx.manager.query<PulseOfRow[]>(PULSES, [ids]);
      const cohorts = parts.map((each) =>
        standingView(
          each,
          seats.get(each.cohortId) ?? '',
          pulses.filter(({ cohortId }) => cohortId === each.cohortId),
          (instant) => this.cohorts.today(each.head, instant),
        ),
      );
      return { cohorts };
    });
  }
}
