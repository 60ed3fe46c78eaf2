import { Injectable } from '@nestjs/common';
import { CohortDirectory, type CompletionRule } from '@opiring/cohorts/api';
import type { ChangeCompletion, CompletionPreviewView, CompletionView } from '@opiring/contract/certificates';
import { type Caller, NotAllowed, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { canChangeRule, canIssue, canSeeRule } from './certificate.policy';
import { standingsIn } from './certificate-standings';
import { HOLD_RULE, KEEP_RULE, RULE_IN_FORCE, type RuleRow } from './completion.queries';

/** What completes the way in a cohort. Changing it never touches what was issued. */
@Injectable()
export class CompletionService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
  ) {}

  read(caller: Caller, cohortId: string): Promise<CompletionView> {
    return this.work.read(caller, (tx) => this.view(tx, cohortId));
  }

  change(
    caller: Caller,
    cohortId: string,
    revision: number,
    sent: ChangeCompletion,
  ): Promise<CompletionView> {
    return this.work.write(caller, async (tx) => {
      await this.view(tx, cohortId);
      if (!canChangeRule(tx.viewer.inCohort(cohortId))) throw new NotAllowed();
      await tx.manager.query(HOLD_RULE, [cohortId]);
      const now = await this.view(tx, cohortId);
      if (now.revision !== revision) throw new Stale(now);
      const rule = JSON.stringify(ruleOf(sent));
      await tx.manager.query(KEEP_RULE, [cohortId, revision + 1, rule, tx.viewer.accountId, tx.now]);
      return this.view(tx, cohortId);
    });
  }

  preview(caller: Caller, cohortId: string, sent: ChangeCompletion): Promise<CompletionPreviewView> {
    return this.work.read(caller, async (tx) => {
      await this.view(tx, cohortId);
      if (!canIssue(tx.viewer.inCohort(cohortId))) throw new NotAllowed();
      const standings = await standingsIn(tx, this.cohorts, cohortId);
      const now = standings.outcomes();
      const then = standings.outcomes(ruleOf(sent));
      const members = standings.members.flatMap(({ row: { membershipId, name, seat } }, at) => {
        const [before, after] = [now[at], then[at]];
        return before && after ? [{ membershipId, name, seat, now: before.state, then: after }] : [];
      });
      return { members };
    });
  }

  private async view(tx: Tx, cohortId: string): Promise<CompletionView> {
    const seats = tx.viewer.inCohort(cohortId);
    if (!canSeeRule(seats)) throw new NotFound();
    const [row] = await tx.manager.query<RuleRow[]>(RULE_IN_FORCE, [cohortId]);
    if (!row) throw new NotFound();
    return {
      ...saidOf(row.rule),
      revision: row.revision,
      changedAt: row.changedAt && row.changedAt.toISOString(),
      changedBy: row.changedBy,
      can: { change: canChangeRule(seats), issue: canIssue(seats) },
    };
  }
}

const ruleOf = ({ circles, ...sent }: ChangeCompletion): CompletionRule => ({
  ...sent,
  circles,
  communityCircle: circles > 0,
});

const saidOf = (rule: CompletionRule): ChangeCompletion => ({
  attendanceShare: rule.attendanceShare,
  meetings: rule.meetings ?? null,
  practicum: rule.practicum,
  circles: rule.communityCircle ? (rule.circles ?? 1) : 0,
  requiredActivities: rule.requiredActivities ?? false,
  hours: rule.hours ?? null,
});
