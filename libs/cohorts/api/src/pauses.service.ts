import { Injectable } from '@nestjs/common';
import type { AgreePause, ChangePause, PauseView } from '@opiring/contract/cohorts';
import { type Caller, type Idempotency, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { In, IsNull } from 'typeorm';
import { AgreedPause, AgreedPauseChange } from './agreed-pause.entity';
import { canAssign, canSeeCohort } from './cohort.policy';
import { CohortDirectory } from './cohort-directory';
import { DaysReversed, NoPartner } from './cohorts.errors';
import { Membership } from './membership.entity';
import { allow, standingIn } from './standing';

/** Days of rest agreed with a leader, and why. */
@Injectable()
export class PausesService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
  ) {}

  agree(
    caller: Caller,
    cohortId: string,
    membershipId: string,
    sent: AgreePause,
    once: Idempotency | undefined,
  ): Promise<PauseView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        this.allow(tx, cohortId);
        const { fromOn, untilOn, reason } = sent;
        if (untilOn < fromOn) throw new DaysReversed('untilOn');
        await this.leaders(tx, cohortId, [membershipId]);
        const agreed = { cohortId, fromOn, untilOn, reason: reason.trim(), agreedBy: tx.viewer.accountId };
        const own = await tx.manager.save(tx.manager.create(AgreedPause, { ...agreed, membershipId }));
        if (sent.withPartner) {
          const partner = await this.directory.partnerOf(tx, membershipId);
          if (!partner) throw new NoPartner();
          await tx.manager.insert(AgreedPause, { ...agreed, membershipId: partner.membershipId });
        }
        return own.id;
      },
      async (tx, id) => (await this.pause(tx, id)).view(),
    );
  }

  correct(caller: Caller, id: string, revision: number, sent: ChangePause): Promise<PauseView> {
    return this.work.write(caller, async (tx) => {
      const pause = await this.pause(tx, id);
      if (pause.revision !== revision) throw new Stale(pause.view());
      const before = pause.words();
      pause.correct(sent);
      const by = { cohortId: pause.cohortId, changedBy: tx.viewer.accountId, changedAt: tx.now };
      await tx.manager.insert(AgreedPauseChange, { pauseId: id, ...by, before, after: pause.words() });
      return (await tx.manager.save(pause)).view();
    });
  }

  end(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const { cohortId, membershipId } = await this.pause(tx, id);
      await this.ended(tx, { id, cohortId, membershipId });
    });
  }

  /** Ends whatever is agreed. */
  endAll(caller: Caller, cohortId: string, membershipId: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      this.allow(tx, cohortId);
      await this.leaders(tx, cohortId, [membershipId]);
      await this.ended(tx, { cohortId, membershipId });
    });
  }

  private async ended(tx: Tx, which: { id?: string; cohortId: string; membershipId: string }): Promise<void> {
    const by = { endedAt: tx.now, endedBy: tx.viewer.accountId };
    await tx.manager.update(AgreedPause, { ...which, endedAt: IsNull() }, by);
  }

  private async pause(tx: Tx, id: string): Promise<AgreedPause> {
    const pause = await tx.manager.findOne(AgreedPause, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!pause) throw new NotFound();
    this.allow(tx, pause.cohortId);
    return pause;
  }

  private allow(tx: Tx, cohortId: string): void {
    allow(standingIn(tx, cohortId), canSeeCohort, canAssign);
  }

  /** They must be active leaders of this cohort; held, so that two agreements with one wait for each other. */
  private async leaders(tx: Tx, cohortId: string, ids: string[]): Promise<void> {
    const found = await tx.manager.find(Membership, {
      where: { id: In(ids), cohortId, role: 'participant', endedAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    if (found.length !== ids.length) throw new NotFound();
  }
}
