import { backoff, due, leased, stale } from '@opiring/platform/api';

/** One delivery in this process's hands, with where it goes. */
export interface Taken {
  id: string;
  attempts: number;
  cohortId: string;
  topic: string;
  type: string;
  fact: string;
  voids: string | null;
  subjectId: string | null;
  membershipId: string | null;
  happenedAt: Date;
  told: { when?: string; day?: string; state?: string; people?: number; kind?: string };
  receiverId: string;
  kind: 'webhook' | 'lrs';
  url: string;
  version: string | null;
  namespace: string;
  secret: Buffer;
  /** The secret before, as long as it signs too. */
  former: Buffer | null;
}

/** How many statements go to a record store at once. */
const BATCH = 50;

/** Nothing is told of a cohort that nobody answers for. */
const ANSWERED_FOR = `EXISTS (SELECT FROM memberships m WHERE m.cohort_id = d.cohort_id AND m.role = 'program_leader' AND m.ended_at IS NULL)`;
const WAITS = `d.settled_at IS NULL AND ${due('d')}`;

/** The next delivery; of a record store's, what waits with it. TAKING goes before it. */
export const TAKE = `WITH first AS (
    SELECT d.id, d.receiver_id, r.kind FROM deliveries d JOIN receivers r ON r.id = d.receiver_id
     WHERE ${WAITS} AND r.stopped_at IS NULL AND ${ANSWERED_FOR} ORDER BY d.next_at, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED),
  others AS (SELECT d.id FROM deliveries d JOIN first f ON f.kind = 'lrs' AND d.receiver_id = f.receiver_id AND d.id <> f.id
     WHERE ${WAITS} ORDER BY d.next_at, d.id LIMIT ${BATCH - 1} FOR UPDATE OF d SKIP LOCKED),
  taken AS (${leased('deliveries', 'SELECT id FROM first UNION ALL SELECT id FROM others')})
  SELECT t.id, t.attempts, t.cohort_id AS "cohortId", t.topic, t.type, t.fact, t.voids, t.subject_id AS "subjectId",
      t.membership_id AS "membershipId", t.happened_at AS "happenedAt", t.told, r.id AS "receiverId", r.kind, r.url, r.version, r.namespace,
      r.secret, CASE WHEN r.former_until > now() THEN r.former_secret END AS former
    FROM taken t JOIN receivers r ON r.id = t.receiver_id ORDER BY t.id`;

/** Turns row-level security's key for those who carry. */
export const CARRYING = `SELECT set_config('app.carrying', 'on', true)`;

/**
 * The same for who is about to take. One takes at a time, in any process: two who took at once would share out between them what goes
 * to a record store in one batch.
 */
export const TAKING = `SELECT set_config('app.carrying', 'on', true), pg_advisory_xact_lock(7006)`;

const MINE = `FROM unnest($1::uuid[], $2::int[]) AS x(id, attempts) WHERE d.id = x.id AND d.attempts = x.attempts`;

/** $1 deliveries, $2 which attempt of each, $3 what was answered. */
export const TOLD = `WITH told AS (UPDATE deliveries d SET settled_at = now(), status = $3, leased_until = NULL ${MINE} RETURNING d.receiver_id)
  UPDATE receivers SET failing_since = NULL WHERE failing_since IS NOT NULL AND id IN (SELECT receiver_id FROM told)`;

/**
 * $1, $2, $3 as above; $4 whether the receiver itself is away, so that what waits for it waits as long; $5 whether it is gone for
 * good; $6 whether letters are sent. Whoever has taken nothing for three days is told no more until somebody resumes, and those who
 * answer for the cohort get one letter about it.
 */
export const FAILED = `WITH failed AS (
    UPDATE deliveries d SET leased_until = NULL, status = $3, next_at = now() + ${backoff('d.attempts')},
        settled_at = CASE WHEN ${stale('d')} THEN now() END, given_up = ${stale('d')} ${MINE}
    RETURNING d.id, d.receiver_id, d.next_at),
  held AS (UPDATE deliveries d SET next_at = greatest(d.next_at, f.next_at) FROM (SELECT receiver_id, max(next_at) AS next_at FROM failed GROUP BY 1) f
    WHERE $4 AND d.receiver_id = f.receiver_id AND d.settled_at IS NULL AND d.id NOT IN (SELECT id FROM failed)
      AND (d.leased_until IS NULL OR d.leased_until < now())),
  failing AS (UPDATE receivers SET failing_since = coalesce(failing_since, now()),
      stopped_at = CASE WHEN $5 OR failing_since < now() - interval '3 days' THEN coalesce(stopped_at, now()) ELSE stopped_at END
   WHERE id IN (SELECT receiver_id FROM failed)
   RETURNING id, cohort_id, old.stopped_at IS NULL AND new.stopped_at IS NOT NULL AS stops)
  INSERT INTO letters (account_id, receiver_id)
  SELECT DISTINCT m.account_id, f.id FROM failing f JOIN memberships m ON m.cohort_id = f.cohort_id JOIN accounts a ON a.id = m.account_id
   WHERE $6 AND f.stops AND m.role = 'program_leader' AND m.ended_at IS NULL AND a.mail_off_at IS NULL AND a.disabled_at IS NULL
  ON CONFLICT DO NOTHING`;

/** How things went is kept for a month. */
export const FORGET = `DELETE FROM deliveries WHERE settled_at < now() - interval '30 days'`;
