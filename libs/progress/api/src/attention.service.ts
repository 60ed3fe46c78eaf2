import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type {
  AttentionRules,
  AttentionRulesView,
  AttentionView,
  SetAside,
} from '@opiring/contract/attention';
import {
  type Caller,
  type Idempotency,
  NotFound,
  prepared,
  Stale,
  type Tx,
  Work,
} from '@opiring/platform/api';
import { canSeeCalls, canSetCallRules } from './attention.policy';
import {
  type CallRow,
  CALLS,
  KEEP_RULES,
  RULES_NOW,
  type RulesRow,
  SEEN,
  SET_ASIDE,
  TAKE_BACK,
} from './attention.queries';
import { attentionView, cardsIn, open, rulesView, type StandingCard } from './attention.view';
import { HOLD_RULE } from './completion.queries';

/** Who could use a call and why. Every reason is a fact and a rule one can read; nobody is counted or ranked. */
@Injectable()
export class AttentionService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
  ) {}

  list(caller: Caller, cohortId: string): Promise<AttentionView> {
    return this.work.write(caller, async (tx) => {
      const { row, cards } = await this.standing(tx, cohortId);
      const asked = Object.values(row.asked ?? {}).map(({ id }) => id);
      // Who asked learns that it was before the program leader's eyes.
      if (asked.length > 0) await tx.manager.query(SEEN, [asked, tx.viewer.accountId, cohortId, tx.now]);
      return attentionView(row, cards);
    });
  }

  setAside(
    caller: Caller,
    key: Idempotency | undefined,
    cohortId: string,
    { membershipId, reason, day, note }: SetAside,
  ): Promise<AttentionView> {
    const deed = async (tx: Tx): Promise<string> => {
      const { row, cards } = await this.standing(tx, cohortId);
      const card = open(cards, row).find(
        (each) => each.membershipId === membershipId && each.reason === reason && each.day === day,
      );
      if (!card) throw new NotFound();
      const by = [(note ?? '').trim(), tx.viewer.accountId, tx.now];
      const values = [cohortId, membershipId, reason, new Date(card.at), day, ...by];
      const [kept] = await tx.manager.query<{ id: string }[]>(SET_ASIDE, values);
      return kept?.id ?? '';
    };
    return this.work.once(caller, key, deed, (tx) => this.view(tx, cohortId));
  }

  takeBack(caller: Caller, cohortId: string, id: string): Promise<AttentionView> {
    return this.work.write(caller, async (tx) => {
      if (!canSeeCalls(tx.viewer.inCohort(cohortId))) throw new NotFound();
      const [taken] = await tx.manager.query<[unknown[], number]>(TAKE_BACK, [
        id,
        cohortId,
        tx.viewer.accountId,
        tx.now,
      ]);
      if (taken.length === 0) throw new NotFound();
      return this.view(tx, cohortId);
    });
  }

  rules(caller: Caller, cohortId: string): Promise<AttentionRulesView> {
    return this.work.read(caller, (tx) => this.rulesIn(tx, cohortId));
  }

  change(
    caller: Caller,
    cohortId: string,
    revision: number,
    rules: AttentionRules,
  ): Promise<AttentionRulesView> {
    return this.work.write(caller, async (tx) => {
      if (!canSetCallRules(tx.viewer.inCohort(cohortId))) throw new NotFound();
      await tx.manager.query(HOLD_RULE, [cohortId]);
      const now = await this.rulesIn(tx, cohortId);
      if (now.revision !== revision) throw new Stale(now);
      const said = JSON.stringify(rules);
      await tx.manager.query(KEEP_RULES, [cohortId, revision + 1, said, tx.viewer.accountId, tx.now]);
      return this.rulesIn(tx, cohortId);
    });
  }

  private async rulesIn(tx: Tx, cohortId: string): Promise<AttentionRulesView> {
    if (!canSetCallRules(tx.viewer.inCohort(cohortId))) throw new NotFound();
    const [row] = await tx.manager.query<{ rules: RulesRow | null }[]>(RULES_NOW, [cohortId]);
    return rulesView(row?.rules ?? null);
  }

  private async view(tx: Tx, cohortId: string): Promise<AttentionView> {
    const { row, cards } = await this.standing(tx, cohortId);
    return attentionView(row, cards);
  }

  private async standing(tx: Tx, cohortId: string): Promise<{ row: CallRow; cards: StandingCard[] }> {
    if (!canSeeCalls(tx.viewer.inCohort(cohortId))) throw new NotFound();
    const [row] = await prepared<CallRow>(tx, 'progress-calls', CALLS, [cohortId, tx.now]);
    if (!row) throw new NotFound();
    const dayOf = (instant: number): string => this.cohorts.today(row, new Date(instant));
    return { row, cards: cardsIn(row, this.cohorts.today(row, tx.now), dayOf) };
  }
}
