// $1 membership, $2 activity, $3 now. The cohort must be the same for both; otherwise nothing is written.

const MATCH = `FROM memberships m JOIN activities a ON a.cohort_id = m.cohort_id WHERE m.id = $1 AND a.id = $2`;

export const BEGIN = `INSERT INTO activity_facts (membership_id, activity_id, cohort_id, begun_at)
  SELECT m.id, a.id, a.cohort_id, $3::timestamptz ${MATCH} ON CONFLICT DO NOTHING`;

export const DONE = `INSERT INTO activity_facts AS f (membership_id, activity_id, cohort_id, begun_at, done_at)
  SELECT m.id, a.id, a.cohort_id, $3::timestamptz, $3::timestamptz ${MATCH}
  ON CONFLICT (membership_id, activity_id) DO UPDATE SET done_at = coalesce(f.done_at, EXCLUDED.done_at)
  RETURNING done_at AS "doneAt"`;

export const UNDO_BEGIN = `DELETE FROM activity_facts WHERE membership_id = $1 AND activity_id = $2 AND done_at IS NULL`;

/** $1 cohort. Folded by the database: a row per member, not per fact. */
const facts = (whose: string): string => `SELECT membership_id AS "membershipId",
    json_object_agg(activity_id, (extract(epoch FROM done_at) * 1000)::bigint) AS facts
  FROM activity_facts WHERE cohort_id = $1 ${whose} GROUP BY membership_id`;

/** Everybody's, or those of the membership $2 alone. */
export const FACTS = facts('');
export const FACTS_OF_ONE = facts('AND membership_id = $2');
