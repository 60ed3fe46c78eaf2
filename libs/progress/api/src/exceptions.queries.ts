import { type ExceptionView, type ExceptionWords, MOST_EXCEPTIONS } from '@opiring/contract/exceptions';
import type { Day, Instant } from '@opiring/contract/text';

/** Something agreed, as it stood at a moment. */
export interface ExceptionRow extends Pick<
  ExceptionView,
  'id' | 'kind' | 'moduleId' | 'activityId' | 'people' | 'revision'
> {
  fromOn: Day;
  untilOn: Day | null;
  reason: string;
  by: string | null;
  at: Instant;
  endedAt: Instant | null;
  endedBy: string | null;
  changes: { at: Instant; by: string | null; before: ExceptionWords; after: ExceptionWords }[];
}

const NAMED = (id: string): string => `(SELECT a.name FROM accounts a WHERE a.id = ${id})`;
const WHO = (
  from: string,
): string => `(SELECT json_agg(json_build_object('membershipId', m.id, 'name', a.name, 'seat', m.seat)
    ORDER BY m.seat) FROM ${from} m JOIN accounts a ON a.id = m.account_id)`;
/** What it said at the moment: the first correction's _before_ after it, or what it says now. */
const THEN = (
  table: string,
  owner: string,
  at: string,
): string => `LEFT JOIN LATERAL (SELECT c.before FROM ${table} c
    WHERE c.${owner} = x.id AND c.changed_at >= ${at} ORDER BY c.id LIMIT 1) h ON true`;
const TOLD = (
  table: string,
  owner: string,
  at: string,
): string => `coalesce(h.before ->> 'reason', x.reason) AS reason,
    ${NAMED('x.agreed_by')} AS by, x.created_at AS at, x.revision,
    CASE WHEN x.ended_at < ${at} THEN x.ended_at END AS "endedAt",
    CASE WHEN x.ended_at < ${at} THEN ${NAMED('x.ended_by')} END AS "endedBy",
    coalesce((SELECT json_agg(json_build_object('at', c.changed_at, 'by', ${NAMED('c.changed_by')}, 'before', c.before, 'after', c.after)
      ORDER BY c.id) FROM ${table} c WHERE c.${owner} = x.id AND c.changed_at < ${at}), '[]') AS changes`;

/**
 * Everything agreed in a cohort ($1), or with one of its leaders, as it stood at a moment. An agreement with two has a row for
 * each of them and is told once.
 */
const agreedAt = (at: string, member?: string): string => {
  const whose = `x.cohort_id = $1 AND x.created_at < ${at}${member ? ` AND x.membership_id = ${member}` : ''}`;
  const both = `(SELECT m.* FROM agreed_exceptions y JOIN memberships m ON m.id = y.membership_id WHERE y.agreement_id = x.agreement_id)`;
  return `SELECT x.agreement_id AS id, x.kind, x.module_id AS "moduleId", x.activity_id AS "activityId", ${WHO(both)} AS people,
      coalesce((h.before ->> 'fromOn')::date, x.opens_on) AS "fromOn", NULL::date AS "untilOn",
      ${TOLD('agreed_exception_changes', 'exception_id', at)}
    FROM (SELECT DISTINCT ON (x.agreement_id) x.* FROM agreed_exceptions x WHERE ${whose} ORDER BY x.agreement_id, x.id) x
    ${THEN('agreed_exception_changes', 'exception_id', at)}
  UNION ALL SELECT x.id, 'pause', NULL, NULL, ${WHO('(SELECT m.* FROM memberships m WHERE m.id = x.membership_id)')},
      coalesce((h.before ->> 'fromOn')::date, x.from_on), coalesce((h.before ->> 'untilOn')::date, x.until_on),
      ${TOLD('agreed_pause_changes', 'pause_id', at)}
    FROM agreed_pauses x ${THEN('agreed_pause_changes', 'pause_id', at)} WHERE ${whose}`;
};
const NOW = `'infinity'::timestamptz`;

/** One leader's, gathered, the latest first. */
export const agreedWith = (member: string, at = NOW): string =>
  `coalesce((SELECT json_agg(x) FROM (${agreedAt(at, member)} ORDER BY at DESC, id LIMIT ${MOST_EXCEPTIONS}) x), '[]')`;

/**
 * $1 the cohort, $2 letters of a name or none: gathered, with what each thing is called by now. What is over comes last, so that it
 * is the first to be left out.
 */
export const AGREED_IN = `WITH found AS (SELECT g.* FROM (${agreedAt(NOW)}) g
    WHERE $2 = '' OR EXISTS (SELECT FROM json_array_elements(g.people) p WHERE position(lower($2) IN lower(p ->> 'name')) > 0))
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce(json_agg(x), '[]') AS exceptions FROM (SELECT f.*, coalesce(
    (SELECT a.title FROM activities a WHERE a.id = f."activityId"), (SELECT m.title FROM modules m WHERE m.id = f."moduleId")) AS title
  FROM found f ORDER BY f."endedAt" IS NOT NULL, f.at DESC, f.id LIMIT ${MOST_EXCEPTIONS}) x`;

/** What holds on a day, by leader: [kind, id] each. `x` is in force; `opensOn` is the day it says. */
const heldBy = (
  inForce: string,
  opensOn: string,
  joined = '',
): string => `(SELECT json_object_agg(membership_id, held) FROM (
    SELECT x.membership_id, json_agg(json_build_array(x.kind, coalesce(x.activity_id, x.module_id))) AS held
      FROM agreed_exceptions x ${joined} WHERE x.cohort_id = $1 AND ${inForce} AND (x.kind = 'excused' OR ${opensOn} <= $2::date)
     GROUP BY x.membership_id) told)`;

/** $1 the cohort, $2 its day. */
export const HELD = heldBy('x.ended_at IS NULL', 'x.opens_on');
/** The same as it stood at a moment. */
export const HELD_THEN = (at: string): string =>
  heldBy(
    `x.created_at < ${at} AND (x.ended_at IS NULL OR x.ended_at >= ${at})`,
    `coalesce((h.before ->> 'fromOn')::date, x.opens_on)`,
    THEN('agreed_exception_changes', 'exception_id', at),
  );
