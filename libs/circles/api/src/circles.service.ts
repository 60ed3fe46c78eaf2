import { Injectable } from '@nestjs/common';
import type {
  CircleChangesView,
  CircleView,
  CirclesView,
  CorrectCircle,
  RecordCircle,
} from '@opiring/contract/circles';
import type { Day } from '@opiring/contract/text';
import { CohortDirectory } from '@opiring/cohorts/api';
import {
  type Caller,
  type Idempotency,
  NotAllowed,
  NotFound,
  Stale,
  type Tx,
  Work,
} from '@opiring/platform/api';
import { Circle } from './circle.entity';
import { canCorrectCircle, canRecordCircle, canSeeCircle, seesCircles } from './circle.policy';
import { CIRCLE_BY_ID, CIRCLE_CHANGES, CIRCLES, type CircleRow, LOG_CIRCLE_CHANGE } from './circle.queries';
import { type CircleChangeRow, circleChangeView } from './circle-changes.view';
import { circleView } from './circle.view';
import { NotYetHeld } from './circles.errors';
import { DeedFacts } from './deed-facts';

const PAGE = 200;

@Injectable()
export class CirclesService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly deeds: DeedFacts,
  ) {}

  list(caller: Caller, cohortId: string, after?: string): Promise<CirclesView> {
    return this.work.read(caller, async (tx) => {
      const seats = tx.viewer.inCohort(cohortId);
      const seen = seesCircles(seats);
      if (seen === 'none') throw new NotFound();
      const rows = await tx.manager.query<CircleRow[]>(CIRCLES, [cohortId, seen, after ?? null, PAGE + 1]);
      const shown = rows.slice(0, PAGE);
      const last = rows.length > PAGE ? shown.at(-1) : undefined;
      return {
        circles: shown.map((row) => circleView(row, seats)),
        ...(last && { next: last.id }),
        can: { record: canRecordCircle(seats) },
      };
    });
  }

  /** Whoever sees the circle sees what was put right in it (rule 13). */
  changes(caller: Caller, id: string): Promise<CircleChangesView> {
    return this.work.read(caller, async (tx) => {
      await this.view(tx, id);
      const rows = await tx.manager.query<CircleChangeRow[]>(CIRCLE_CHANGES, [id]);
      return { changes: rows.map(circleChangeView) };
    });
  }

  record(
    caller: Caller,
    cohortId: string,
    body: RecordCircle,
    once: Idempotency | undefined,
  ): Promise<CircleView> {
    const create = async (tx: Tx): Promise<string> => {
      const seats = tx.viewer.inCohort(cohortId);
      if (seats.length === 0) throw new NotFound();
      const host = tx.viewer.as('participant', cohortId);
      if (!host || !canRecordCircle(seats))
        throw new NotAllowed('A circle is told by the leader who held it.');
      await this.assertHeld(tx, cohortId, body.heldOn);
      const circle = await tx.manager.save(Circle.record(cohortId, host.id, body, tx.now));
      await this.deeds.done(tx, cohortId, 'circle', [host.id]);
      return circle.id;
    };
    return this.work.once(caller, once, create, (tx, id) => this.view(tx, id));
  }

  correct(caller: Caller, id: string, revision: number, body: CorrectCircle): Promise<CircleView> {
    return this.work.write(caller, async (tx) => {
      const circle = await this.mine(tx, id, revision);
      if (body.heldOn !== undefined) await this.assertHeld(tx, circle.cohortId, body.heldOn);
      const before = circle.facts();
      circle.correct(body);
      await tx.manager.save(circle);
      await this.log(tx, circle, before, circle.facts());
      return this.view(tx, id);
    });
  }

  withdraw(caller: Caller, id: string, revision: number): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const circle = await this.mine(tx, id, revision);
      const before = circle.facts();
      circle.withdraw(tx.now);
      await tx.manager.save(circle);
      await this.log(tx, circle, before, { withdrawn: true });
      const others = await tx.manager
        .createQueryBuilder(Circle, 'c')
        .where('c.host_id = :host AND c.withdrawn_at IS NULL', { host: circle.hostId })
        .getCount();
      if (others === 0) await this.deeds.undone(tx, circle.cohortId, 'circle', [circle.hostId]);
    });
  }

  private log(tx: Tx, circle: Circle, before: object, after: object): Promise<unknown> {
    return tx.manager.query(LOG_CIRCLE_CHANGE, [
      circle.cohortId,
      circle.id,
      tx.viewer.accountId,
      JSON.stringify(before),
      JSON.stringify(after),
    ]);
  }

  /** The circle to correct, locked; unseen is not found, seen but another's is refused. */
  private async mine(tx: Tx, id: string, revision: number): Promise<Circle> {
    const view = await this.view(tx, id);
    const circle = await tx.manager
      .createQueryBuilder(Circle, 'c')
      .setLock('pessimistic_write')
      .where('c.id = :id AND c.withdrawn_at IS NULL', { id })
      .getOne();
    if (!circle) throw new NotFound();
    if (!canCorrectCircle(tx.viewer.inCohort(circle.cohortId), circle)) throw new NotAllowed();
    if (circle.revision !== revision) throw new Stale(view);
    return circle;
  }

  private async view(tx: Tx, id: string): Promise<CircleView> {
    const [row] = await tx.manager.query<CircleRow[]>(CIRCLE_BY_ID, [id]);
    const seats = row ? tx.viewer.inCohort(row.cohortId) : [];
    if (!row || !canSeeCircle(seats, { hostId: row.host.membershipId }, row.accompanied))
      throw new NotFound();
    return circleView(row, seats);
  }

  private async assertHeld(tx: Tx, cohortId: string, heldOn: Day): Promise<void> {
    const cohort = await this.cohorts.cohort(tx, cohortId);
    if (heldOn > this.cohorts.today(cohort, tx.now)) throw new NotYetHeld();
  }
}
