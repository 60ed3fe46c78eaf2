import { Injectable } from '@nestjs/common';
import type { JourneyView } from '@opiring/contract/progress';
import type { Day, Instant } from '@opiring/contract/text';
import type { ViewAs } from '@opiring/contract/view-as';
import { CohortDirectory } from '@opiring/cohorts/api';
import { Curriculum } from '@opiring/curriculum/api';
import { type Caller, NotAllowed, NotFound, Work } from '@opiring/platform/api';
import { inventedJourney, NOBODY } from './invented';
import { canViewAs } from './progress.policy';

/** The journey as somebody who is nobody would have it. */
@Injectable()
export class ViewAsService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly curriculum: Curriculum,
  ) {}

  /** Three statements beside the session's; of people none, and nothing is written. */
  view(caller: Caller, cohortId: string, asked: ViewAs): Promise<JourneyView> {
    return this.work.read(caller, async (tx) => {
      const seats = tx.viewer.inCohort(cohortId);
      if (seats.length === 0) throw new NotFound();
      if (!canViewAs(seats)) throw new NotAllowed();
      const cohort = await this.cohorts.cohort(tx, cohortId);
      const meetings = await this.cohorts.meetings(tx, cohortId, NOBODY);
      const curriculum = await this.curriculum.preview(tx, cohortId, asked.of);
      const dayOf = (instant: Instant): Day => this.cohorts.today(cohort, new Date(instant));
      return inventedJourney({ cohort, meetings, curriculum, dayOf }, asked);
    });
  }
}
