import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { ArcView } from '@opiring/contract/arc';
import { Curriculum } from '@opiring/curriculum/api';
import { Arcs, canSeeArc } from '@opiring/journal/api';
import { type Caller, NotFound, prepared, Work } from '@opiring/platform/api';
import { HELD_CIRCLES, type HeldCircleRow } from './arc.queries';
import { factsBetween, placesOf } from './arc.view';
import { DEEDS_OF, type DeedsRow } from './own.queries';
import { standingOf } from './standing';

/** More circles than weeks in a programme are told in the journey's own list. */
const CIRCLES = 50;

/** One question's way through the months. It stands here because circles and meetings are part of it. */
@Injectable()
export class ArcService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly curriculum: Curriculum,
    private readonly arcs: Arcs,
  ) {}

  /** Mine, as a participant: seven statements beside the session's, however much was written. */
  arc(caller: Caller, cohortId: string, questionId: string): Promise<ArcView> {
    return this.work.read(caller, async (tx) => {
      const me = tx.viewer.as('participant', cohortId);
      if (!me || !canSeeArc(tx.viewer, cohortId)) throw new NotFound();
      const curriculum = await this.curriculum.overview(tx, cohortId, me.id);
      const question = curriculum.questions.find(({ id }) => id === questionId);
      if (!question) throw new NotFound();
      const overview = await this.cohorts.overview(tx, cohortId, me.id);
      const [deeds] = await prepared<DeedsRow>(tx, 'progress-deeds', DEEDS_OF, [cohortId, me.id]);
      const member = overview.roster.find(({ membershipId }) => membershipId === me.id);
      if (!deeds || !member) throw new NotFound();
      const circles = await tx.manager.query<HeldCircleRow[]>(HELD_CIRCLES, [me.id, CIRCLES]);
      const { places, between } = this.arcs.placed(await this.arcs.answers(tx, me.id, questionId));
      const today = this.cohorts.today(overview.cohort, tx.now);
      const dayOf = (instant: string): string => this.cohorts.today(overview.cohort, new Date(instant));
      const standing = standingOf({ today, dayOf }, member, overview, curriculum, deeds);
      const parts = { overview, curriculum, standing, circles, dayOf };
      return {
        cohortId,
        question,
        places: placesOf(parts, questionId, places),
        meetings: overview.meetings.map(({ id, position }) => ({ id, position })),
        between,
        facts: factsBetween(parts),
        words: await this.arcs.words(tx, places),
        moved: await this.arcs.moved(tx, me.id, questionId),
        can: { write: true, move: true },
      };
    });
  }
}
