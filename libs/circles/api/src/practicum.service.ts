import { Injectable } from '@nestjs/common';
import type { PartnershipView, RecordPracticum } from '@opiring/contract/circles';
import { CohortDirectory } from '@opiring/cohorts/api';
import { type Caller, NotAllowed, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { canHoldPracticum } from './circle.policy';
import { NoPartner, NotYetHeld, PracticumRevisionNeeded } from './circles.errors';
import { DeedFacts } from './deed-facts';
import { Practicum } from './practicum.entity';
import { PAIR_OF, PARTNERSHIP, type PairRow, type PartnershipRow } from './practicum.queries';

@Injectable()
export class PracticumService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly deeds: DeedFacts,
  ) {}

  partnership(caller: Caller, cohortId: string): Promise<PartnershipView> {
    return this.work.read(caller, async (tx) => this.view(tx, participantIn(tx, cohortId)));
  }

  /** The first of the two tells it and so confirms; told again it is a correction. */
  record(
    caller: Caller,
    cohortId: string,
    revision: number | undefined,
    body: RecordPracticum,
  ): Promise<PartnershipView> {
    return this.work.write(caller, async (tx) => {
      const me = participantIn(tx, cohortId);
      const cohort = await this.cohorts.cohort(tx, cohortId);
      if (body.heldOn > this.cohorts.today(cohort, tx.now)) throw new NotYetHeld();
      const [pair] = await tx.manager.query<PairRow[]>(PAIR_OF, [me]);
      if (!pair) throw new NoPartner();
      const there = await locked(tx, 'pairId', pair.id);
      if (there) await this.change(tx, there, me, revision, body);
      const practicum =
        there ??
        (await tx.manager.save(Practicum.record(cohortId, pair.id, tx.viewer.accountId, body, tx.now)));
      await confirm(tx, practicum, me);
      await this.settle(tx, practicum, pair);
      return this.view(tx, me);
    });
  }

  confirm(caller: Caller, id: string): Promise<PartnershipView> {
    return this.work.write(caller, async (tx) => {
      const { practicum, me, pair } = await this.mine(tx, id);
      await confirm(tx, practicum, me);
      await this.settle(tx, practicum, pair);
      return this.view(tx, me);
    });
  }

  withdraw(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const { practicum, me, pair } = await this.mine(tx, id);
      await tx.manager.query(
        'DELETE FROM practicum_confirmations WHERE practicum_id = $1 AND membership_id = $2',
        [id, me],
      );
      await this.settle(tx, practicum, pair);
    });
  }

  private async change(
    tx: Tx,
    practicum: Practicum,
    me: string,
    revision: number | undefined,
    body: RecordPracticum,
  ): Promise<void> {
    if (revision === undefined) throw new PracticumRevisionNeeded();
    if (practicum.revision !== revision) throw new Stale(await this.view(tx, me));
    const { otherDay } = practicum.change(body);
    await tx.manager.save(practicum);
    // The partner confirmed another day; they look again.
    if (otherDay) {
      await tx.manager.query(
        'DELETE FROM practicum_confirmations WHERE practicum_id = $1 AND membership_id <> $2',
        [practicum.id, me],
      );
    }
  }

  /** The practicum activities are done for both once both have confirmed, and not before. */
  private async settle(tx: Tx, practicum: Practicum, pair: PairRow): Promise<void> {
    const [row] = await tx.manager.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM practicum_confirmations WHERE practicum_id = $1',
      [practicum.id],
    );
    const both = [pair.firstId, pair.secondId];
    if (row?.n === 2) await this.deeds.done(tx, practicum.cohortId, 'practicum', both);
    else await this.deeds.undone(tx, practicum.cohortId, 'practicum', both);
  }

  /** Locked, so that two confirmations at once see each other. */
  private async mine(tx: Tx, id: string): Promise<{ practicum: Practicum; me: string; pair: PairRow }> {
    const practicum = await locked(tx, 'id', id);
    const me = practicum && tx.viewer.as('participant', practicum.cohortId)?.id;
    if (!practicum || !me) throw new NotFound();
    const [pair] = await tx.manager.query<PairRow[]>(PAIR_OF, [me]);
    if (pair?.id !== practicum.pairId) throw new NotFound();
    return { practicum, me, pair };
  }

  private async view(tx: Tx, me: string): Promise<PartnershipView> {
    const [row] = await tx.manager.query<PartnershipRow[]>(PARTNERSHIP, [me]);
    if (!row) throw new NotFound();
    const mine = row.practicum?.confirmedBy.some((by) => by.membershipId === me) ?? false;
    const practicum = row.practicum && {
      ...row.practicum,
      confirmedBy: row.practicum.confirmedBy.map((by) => ({ ...by, at: new Date(by.at).toISOString() })),
    };
    return {
      me: row.me,
      partner: row.partner,
      practicum,
      can: { record: row.partner !== null, confirm: practicum !== null && !mine },
    };
  }
}

function participantIn(tx: Tx, cohortId: string): string {
  const seats = tx.viewer.inCohort(cohortId);
  if (seats.length === 0) throw new NotFound();
  const me = tx.viewer.as('participant', cohortId);
  if (!me || !canHoldPracticum(seats)) throw new NotAllowed('A practicum is the two partners’ own.');
  return me.id;
}

function locked(tx: Tx, by: 'id' | 'pairId', value: string): Promise<Practicum | null> {
  return tx.manager.findOne(Practicum, { where: { [by]: value }, lock: { mode: 'pessimistic_write' } });
}

async function confirm(tx: Tx, practicum: Practicum, me: string): Promise<void> {
  await tx.manager.query(
    `INSERT INTO practicum_confirmations (practicum_id, membership_id, cohort_id, confirmed_at)
     VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [practicum.id, me, practicum.cohortId, tx.now],
  );
}
