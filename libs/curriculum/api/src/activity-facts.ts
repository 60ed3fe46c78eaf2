import { Injectable } from '@nestjs/common';
import type { OpenTx } from '@opiring/platform/api';
import { BEGIN, DONE, FACTS, FACTS_OF_ONE, UNDO_BEGIN } from './activity-facts.queries';

/** One member's facts by activity: when it was done, as milliseconds since 1970; null where only begun. */
export type MemberFacts = Record<string, number | null>;

/**
 * What members began and did: dates, never text. Called within the transaction of the deed itself, so that
 * deed and fact stand or fall together. No edit of a curriculum undoes what was done (rule 10).
 */
@Injectable()
export class ActivityFacts {
  /** The member began the activity; what is begun or done already stays as it is. */
  async begin(tx: OpenTx, membershipId: string, activityId: string): Promise<void> {
    await tx.manager.query(BEGIN, [membershipId, activityId, tx.now]);
  }

  /** The begun thing is gone again (its only draft was deleted). What is done stays done. */
  async undoBegin(tx: OpenTx, membershipId: string, activityId: string): Promise<void> {
    await tx.manager.query(UNDO_BEGIN, [membershipId, activityId]);
  }

  /** The member did the activity. Told again, the first time stays. Gives when. */
  async done(tx: OpenTx, membershipId: string, activityId: string): Promise<Date> {
    const rows = await tx.manager.query<{ doneAt: Date }[]>(DONE, [membershipId, activityId, tx.now]);
    return rows[0]?.doneAt ?? tx.now;
  }

  /** Everybody's facts by membership, or one member's; one statement. */
  async factsFor(tx: OpenTx, cohortId: string, membershipId?: string): Promise<Map<string, MemberFacts>> {
    const rows = await tx.manager.query<{ membershipId: string; facts: MemberFacts }[]>(
      membershipId ? FACTS_OF_ONE : FACTS,
      membershipId ? [cohortId, membershipId] : [cohortId],
    );
    return new Map(rows.map((row) => [row.membershipId, row.facts]));
  }
}
