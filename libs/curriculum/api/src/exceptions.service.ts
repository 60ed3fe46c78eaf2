import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { AgreedView, AgreeException, CorrectException } from '@opiring/contract/exceptions';
import { type Caller, type Idempotency, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { randomUUID } from 'node:crypto';
import { In, IsNull } from 'typeorm';
import { AgreedException, AgreedExceptionChange } from './agreed-exception.entity';
import { canAgree } from './curriculum.policy';
import { AlreadyAgreed, DayNeeded, NoPartner, OneThingNeeded } from './exceptions.errors';
import { HOLD_LEADERS, KNOWN_THING } from './exceptions.queries';
import { allow } from './roles';

/** What is agreed with a leader, or with two partners: something opens earlier, or does not count. */
@Injectable()
export class ExceptionsService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
  ) {}

  agree(
    caller: Caller,
    cohortId: string,
    membershipId: string,
    sent: AgreeException,
    once: Idempotency | undefined,
  ): Promise<AgreedView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        allow(tx, cohortId, canAgree);
        const whom = await this.whom(tx, cohortId, membershipId, sent.withPartner ?? false);
        await this.assertSound(tx, cohortId, sent);
        const { kind, moduleId = null, activityId = null, opensOn = null } = sent;
        const what = { kind, moduleId: moduleId ?? IsNull(), activityId: activityId ?? IsNull() };
        const standing = { ...what, membershipId: In(whom), endedAt: IsNull() };
        if (await tx.manager.existsBy(AgreedException, standing)) throw new AlreadyAgreed();
        const agreementId = randomUUID();
        const reason = sent.reason.trim();
        const agreed = { agreementId, cohortId, kind, moduleId, activityId, opensOn, reason };
        const by = { agreedBy: tx.viewer.accountId, createdAt: tx.now };
        await tx.manager.insert(
          AgreedException,
          whom.map((id) => ({ ...agreed, ...by, membershipId: id })),
        );
        return agreementId;
      },
      async (tx, id) => viewOf(await this.rows(tx, id)),
    );
  }

  correct(caller: Caller, id: string, revision: number, sent: CorrectException): Promise<AgreedView> {
    return this.work.write(caller, async (tx) => {
      const rows = await this.rows(tx, id);
      if (rows.some((row) => row.revision !== revision)) throw new Stale(viewOf(rows));
      for (const row of rows) {
        const before = row.words();
        row.correct(sent);
        const by = { cohortId: row.cohortId, changedBy: tx.viewer.accountId, changedAt: tx.now };
        const change = { exceptionId: row.id, ...by, before, after: row.words() };
        await tx.manager.insert(AgreedExceptionChange, change);
      }
      await tx.manager.save(rows);
      return viewOf(rows);
    });
  }

  end(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const rows = await this.rows(tx, id);
      for (const row of rows) row.end(tx.now, tx.viewer.accountId);
      await tx.manager.save(rows);
    });
  }

  /** The leader, held, and the learning partner where it is agreed with both. */
  private async whom(tx: Tx, cohortId: string, membershipId: string, both: boolean): Promise<string[]> {
    const partner = both ? await this.cohorts.partnerOf(tx, membershipId) : null;
    const ids = partner ? [membershipId, partner.membershipId] : [membershipId];
    const held = await tx.manager.query<unknown[]>(HOLD_LEADERS, [cohortId, ids]);
    if (held.length !== ids.length) throw new NotFound();
    if (both && !partner) throw new NoPartner();
    return ids;
  }

  /** One thing of this cohort, with a day where it opens. */
  private async assertSound(tx: Tx, cohortId: string, sent: AgreeException): Promise<void> {
    const { kind, moduleId, activityId, opensOn } = sent;
    const one = (moduleId === undefined) !== (activityId === undefined);
    if (!one || (kind === 'excused' && !activityId)) throw new OneThingNeeded();
    if ((kind === 'opens') !== (opensOn !== undefined)) throw new DayNeeded();
    const thing = [cohortId, moduleId ?? null, activityId ?? null];
    const [known] = await tx.manager.query<unknown[]>(KNOWN_THING, thing);
    if (!known) throw new NotFound();
  }

  private async rows(tx: Tx, agreementId: string): Promise<AgreedException[]> {
    const rows = await tx.manager.find(AgreedException, {
      where: { agreementId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const [first] = rows;
    if (!first) throw new NotFound();
    allow(tx, first.cohortId, canAgree);
    return rows;
  }
}

/** What was agreed with two says the same for both. */
function viewOf([first]: readonly AgreedException[]): AgreedView {
  if (!first) throw new NotFound();
  return first.view();
}
