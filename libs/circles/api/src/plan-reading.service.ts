import { Injectable } from '@nestjs/common';
import type { PlanReadingView } from '@opiring/contract/release';
import { type Caller, NotAllowed, NotFound, type Tx, Work } from '@opiring/platform/api';
import { canHoldPracticum } from './circle.policy';
import { NoPartner, PracticumHeld } from './circles.errors';
import { PLAN_READING, type PlanReadingRow, SAY_READ, TAKE_BACK } from './plan-reading.queries';

/** "I have read your plan": a word between the two, which may open what waits for it. No page that is opened says it. */
@Injectable()
export class PlanReadingService {
  constructor(private readonly work: Work) {}

  standing(caller: Caller, cohortId: string): Promise<PlanReadingView> {
    return this.work.read(caller, async (tx) => this.view(tx, participantIn(tx, cohortId)));
  }

  say(caller: Caller, cohortId: string): Promise<PlanReadingView> {
    return this.work.write(caller, async (tx) => {
      const me = participantIn(tx, cohortId);
      const { pairId, partnerId } = await pairOf(tx, me);
      await tx.manager.query(SAY_READ, [cohortId, pairId, me, partnerId, tx.now]);
      return this.view(tx, me);
    });
  }

  /** Until the practicum is held. What was done meanwhile stays done (rule 10). */
  takeBack(caller: Caller, cohortId: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const me = participantIn(tx, cohortId);
      const { pairId, held } = await pairOf(tx, me);
      if (held) throw new PracticumHeld();
      await tx.manager.query(TAKE_BACK, [pairId, me, tx.now]);
    });
  }

  private async view(tx: Tx, me: string): Promise<PlanReadingView> {
    const row = await standingOf(tx, me);
    const at = (instant: string | null | undefined): string | null =>
      instant ? new Date(instant).toISOString() : null;
    return {
      mineReadAt: at(row?.mineReadAt),
      theirsReadAt: at(row?.theirsReadAt),
      can: {
        read: row !== undefined && row.theirsReadAt === null,
        takeBack: row !== undefined && row.theirsReadAt !== null && !row.held,
      },
    };
  }
}

async function standingOf(tx: Tx, me: string): Promise<PlanReadingRow | undefined> {
  const [row] = await tx.manager.query<PlanReadingRow[]>(PLAN_READING, [me]);
  return row;
}

async function pairOf(tx: Tx, me: string): Promise<PlanReadingRow> {
  const row = await standingOf(tx, me);
  if (!row) throw new NoPartner();
  return row;
}

function participantIn(tx: Tx, cohortId: string): string {
  const seats = tx.viewer.inCohort(cohortId);
  if (seats.length === 0) throw new NotFound();
  const me = tx.viewer.as('participant', cohortId);
  if (!me || !canHoldPracticum(seats)) throw new NotAllowed('A plan is the two partners’ own.');
  return me.id;
}
