import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { OwnCallView } from '@opiring/contract/attention';
import { type Caller, NotFound, prepared, type Tx, Work } from '@opiring/platform/api';
import { ASK, type CallRow, CALLS_OF_ONE, LEADERS, SIGHTINGS, UNASK } from './attention.queries';
import { cardsIn, open, rulesView } from './attention.view';

/** A participant's side: asking for a call, taking it back, and all that the program leader's list says of them. */
@Injectable()
export class OwnCallService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
  ) {}

  read(caller: Caller, cohortId: string): Promise<OwnCallView> {
    return this.work.read(caller, (tx) => this.view(tx, cohortId));
  }

  /** Asked again while it stands it is asked once, so that a retry needs no key. */
  ask(caller: Caller, cohortId: string): Promise<OwnCallView> {
    return this.work.write(caller, async (tx) => {
      const before = await this.view(tx, cohortId);
      if (!before.canAsk) return before;
      await tx.manager.query(ASK, [cohortId, this.seat(tx, cohortId), tx.now]);
      return this.view(tx, cohortId);
    });
  }

  unask(caller: Caller, cohortId: string): Promise<OwnCallView> {
    return this.work.write(caller, async (tx) => {
      await tx.manager.query(UNASK, [this.seat(tx, cohortId), tx.now]);
      return this.view(tx, cohortId);
    });
  }

  private seat(tx: Tx, cohortId: string): string {
    const seat = tx.viewer.as('participant', cohortId);
    if (!seat) throw new NotFound();
    return seat.id;
  }

  private async view(tx: Tx, cohortId: string): Promise<OwnCallView> {
    const seat = this.seat(tx, cohortId);
    const [row] = await prepared<CallRow>(tx, 'progress-calls-of-one', CALLS_OF_ONE, [
      cohortId,
      tx.now,
      seat,
    ]);
    if (!row) throw new NotFound();
    const today = this.cohorts.today(row, tx.now);
    const cards = cardsIn(row, today, (instant) => this.cohorts.today(row, new Date(instant)));
    const request = row.asked?.[seat];
    const seen = request ? await tx.manager.query<{ name: string; at: Date }[]>(SIGHTINGS, [request.id]) : [];
    const leaders = await tx.manager.query<{ name: string }[]>(LEADERS, [cohortId]);
    return {
      asked: request
        ? {
            at: new Date(request.at).toISOString(),
            seenBy: seen.map(({ name, at }) => ({ name, at: at.toISOString() })),
          }
        : null,
      canAsk: rulesView(row.rules).asked && today <= row.endsOn,
      leaders: leaders.map(({ name }) => name),
      reasons: open(cards, row).map(({ reason, day }) => ({ reason, day })),
      setAside: row.setAside.map(({ id, reason, day, note, by, at }) => ({
        id,
        reason,
        day,
        note,
        by,
        at: new Date(at).toISOString(),
      })),
    };
  }
}
