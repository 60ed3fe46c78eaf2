import type { AttentionRules, CallReason } from '@opiring/contract/attention';
import type { Day, Instant } from '@opiring/contract/text';

export interface RulesRow {
  rules: AttentionRules;
  revision: number;
  changedAt: Instant;
  changedBy: string | null;
}
export interface CallRow {
  timeZone: string;
  endsOn: Day;
  rules: RulesRow | null;
  /** Instants in milliseconds, as everywhere here: when the meetings held began. */
  held: number[];
  /** Id, name, seat, municipality; by seat. */
  members: [string, string, number, string][];
  /** By membership, a letter for each recorded meeting: 2n where at meeting n, 2n + 1 where away. */
  attendance: Record<string, string> | null;
  waiting: Record<string, number[]> | null;
  asked: Record<string, { id: string; at: number }> | null;
  pauses: Record<string, Day> | null;
  setAside: {
    id: string;
    membershipId: string;
    reason: CallReason;
    occasion: number;
    day: Day;
    note: string;
    by: string | null;
    at: Instant;
  }[];
}

const ms = (instant: string): string => `floor(extract(epoch FROM ${instant}) * 1000)::bigint`;
const RULES = `(SELECT json_build_object('rules', r.rules, 'revision', r.revision, 'changedAt', r.changed_at, 'changedBy', a.name)
    FROM attention_rules r LEFT JOIN accounts a ON a.id = r.changed_by
   WHERE r.cohort_id = c.id ORDER BY r.revision DESC LIMIT 1) AS rules`;

/** $1 the cohort */
export const RULES_NOW = `SELECT ${RULES} FROM cohorts c WHERE c.id = $1`;
/** $1 cohort, $2 revision, $3 rules, $4 by whom, $5 when */
export const KEEP_RULES = `INSERT INTO attention_rules (cohort_id, revision, rules, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)`;

/** $1 cohort, $2 now. Whose requests and shares are told, the database decides too. */
const calls = (whose: (id: string) => string): string => `WITH held AS (
    SELECT id, starts_at, (row_number() OVER (ORDER BY starts_at, id) - 1)::int AS n
      FROM meetings WHERE cohort_id = $1 AND cancelled_at IS NULL AND ends_at <= $2::timestamptz)
  SELECT c.time_zone AS "timeZone", c.ends_on::text AS "endsOn", ${RULES},
    coalesce((SELECT json_agg(${ms('h.starts_at')} ORDER BY h.n) FROM held h), '[]') AS held,
    coalesce((SELECT json_agg(json_build_array(m.id, a.name, m.seat, m.municipality) ORDER BY m.seat)
       FROM memberships m JOIN accounts a ON a.id = m.account_id
      WHERE m.cohort_id = $1 AND m.role = 'participant' AND m.ended_at IS NULL ${whose('m.id')}), '[]') AS members,
    (SELECT json_object_agg(membership_id, letters) FROM (
      SELECT t.membership_id, string_agg(chr(40 + 2 * h.n + (t.state IN ('absent', 'excused'))::int), '' ORDER BY h.n) AS letters
        FROM attendances t JOIN held h ON h.id = t.meeting_id
       WHERE t.cohort_id = $1 ${whose('t.membership_id')} GROUP BY t.membership_id) told) AS attendance,
    (SELECT json_object_agg(membership_id, since) FROM (
      SELECT u.membership_id, json_agg(${ms('u.granted_at')}) AS since FROM app.unanswered_shares($1, $2) u GROUP BY u.membership_id) told) AS waiting,
    (SELECT json_object_agg(q.membership_id, json_build_object('id', q.id, 'at', ${ms('q.asked_at')}))
       FROM call_requests q WHERE q.cohort_id = $1 AND q.withdrawn_at IS NULL ${whose('q.membership_id')}) AS asked,
    (SELECT json_object_agg(membership_id, until_on) FROM (
      SELECT p.membership_id, max(p.until_on) AS until_on FROM agreed_pauses p
       WHERE p.cohort_id = $1 AND p.ended_at IS NULL AND ($2::timestamptz AT TIME ZONE c.time_zone)::date BETWEEN p.from_on AND p.until_on
       GROUP BY p.membership_id) told) AS pauses,
    coalesce((SELECT json_agg(json_build_object('id', s.id, 'membershipId', s.membership_id, 'reason', s.reason,
        'occasion', ${ms('s.occasion')}, 'day', s.day, 'note', s.note, 'by', a.name, 'at', s.set_at) ORDER BY s.id)
       FROM attention_set_asides s LEFT JOIN accounts a ON a.id = s.set_by
      WHERE s.cohort_id = $1 AND s.taken_back_at IS NULL ${whose('s.membership_id')}), '[]') AS "setAside"
  FROM cohorts c WHERE c.id = $1`;

/** Everybody's, or the membership $3's alone. */
export const CALLS = calls(() => '');
export const CALLS_OF_ONE = calls((id) => `AND ${id} = $3`);

/** $1 requests, $2 who sees, $3 the cohort, $4 when */
export const SEEN = `INSERT INTO call_request_sightings (request_id, seen_by, cohort_id, seen_at)
  SELECT id, $2, $3, $4 FROM unnest($1::uuid[]) AS x(id) ON CONFLICT DO NOTHING`;

/** $1 cohort, $2 membership, $3 reason, $4 occasion, $5 day, $6 note, $7 by whom, $8 when */
export const SET_ASIDE = `INSERT INTO attention_set_asides (cohort_id, membership_id, reason, occasion, day, note, set_by, set_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`;
/** $1 which, $2 cohort, $3 by whom, $4 when */
export const TAKE_BACK = `UPDATE attention_set_asides SET taken_back_by = $3, taken_back_at = $4
  WHERE id = $1 AND cohort_id = $2 AND taken_back_at IS NULL RETURNING id`;

/** $1 the request */
export const SIGHTINGS = `SELECT a.name, s.seen_at AS at FROM call_request_sightings s JOIN accounts a ON a.id = s.seen_by
  WHERE s.request_id = $1 ORDER BY s.seen_at, a.name`;
/** $1 the cohort */
export const LEADERS = `SELECT a.name FROM memberships m JOIN accounts a ON a.id = m.account_id
  WHERE m.cohort_id = $1 AND m.role = 'program_leader' AND m.ended_at IS NULL ORDER BY a.name COLLATE estonian`;
/** $1 cohort, $2 membership, $3 when. Asked twice it stands once. */
export const ASK = `INSERT INTO call_requests (cohort_id, membership_id, asked_at) VALUES ($1, $2, $3)
  ON CONFLICT (membership_id) WHERE withdrawn_at IS NULL DO NOTHING RETURNING id`;
/** $1 membership, $2 when */
export const UNASK = `UPDATE call_requests SET withdrawn_at = $2 WHERE membership_id = $1 AND withdrawn_at IS NULL`;
