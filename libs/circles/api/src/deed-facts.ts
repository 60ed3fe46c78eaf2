import { Injectable } from '@nestjs/common';
import type { Tx } from '@opiring/platform/api';

/** $1 cohort, $2 kind: the published edition's activities of that kind. */
const PUBLISHED = `SELECT (activity ->> 'id')::uuid AS id
  FROM (SELECT content FROM editions WHERE cohort_id = $1 ORDER BY number DESC LIMIT 1) edition,
    jsonb_path_query(edition.content, '$.modules[*].activities[*]') AS activity WHERE activity ->> 'kind' = $2`;

/** Writes that a deed's activities are done, in the deed's own transaction. */
@Injectable()
export class DeedFacts {
  /** All the published activities of the kind, for these members; who had done one keeps the first day. */
  async done(
    tx: Tx,
    cohortId: string,
    kind: 'circle' | 'practicum',
    members: readonly string[],
  ): Promise<void> {
    await tx.manager.query(
      `INSERT INTO activity_facts (membership_id, activity_id, cohort_id, begun_at, done_at)
       SELECT m, activity.id, $1, $4, $4 FROM unnest($3::uuid[]) AS m, (${PUBLISHED}) AS activity
       ON CONFLICT (membership_id, activity_id) DO UPDATE SET done_at = coalesce(activity_facts.done_at, excluded.done_at)`,
      [cohortId, kind, members, tx.now],
    );
  }

  /** The deed was told by mistake: what it alone had done is open again. */
  async undone(
    tx: Tx,
    cohortId: string,
    kind: 'circle' | 'practicum',
    members: readonly string[],
  ): Promise<void> {
    await tx.manager.query(
      `DELETE FROM activity_facts f USING activities a
       WHERE a.id = f.activity_id AND f.cohort_id = $1 AND a.kind = $2 AND f.membership_id = ANY($3)`,
      [cohortId, kind, members],
    );
  }
}
