import type { EditionContent } from '@opiring/curriculum/api';
import type { Day, LocalText } from '@opiring/contract/text';
import type { CompletionRule } from './facts';

/** A retired activity: it counts for who had done it, in its module. */
export interface RetiredActivity {
  id: string;
  moduleId: string;
}
export interface HeadRow {
  name: string;
  programmeTitle: LocalText;
  timeZone: string;
  startsOn: Day;
  endsOn: Day;
  rule: CompletionRule;
  meetings: { id: string; position: number; startsAt: string; state: 'planned' | 'held' | 'cancelled' }[];
  edition: { id: string; content: EditionContent | null } | null;
  retired: RetiredActivity[];
}

/** Activities that were published or drafted once and are no more. $1 the cohort. */
export const RETIRED = `coalesce((SELECT json_agg(json_build_object('id', a.id, 'moduleId', a.module_id))
    FROM activities a WHERE a.cohort_id = $1 AND a.retired_at IS NOT NULL), '[]')`;

/** $1 cohort, $2 now, $3 ids of editions whose content is known already. */
export const HEAD = `SELECT c.name, p.title AS "programmeTitle", c.time_zone AS "timeZone",
    c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn", p.completion_rule AS rule,
    coalesce((SELECT json_agg(json_build_object('id', t.id, 'position', t.position, 'startsAt', t.starts_at,
        'state', CASE WHEN t.cancelled_at IS NOT NULL THEN 'cancelled' WHEN t.ends_at <= $2::timestamptz THEN 'held' ELSE 'planned' END)
        ORDER BY t.starts_at, t.id) FROM meetings t WHERE t.cohort_id = $1), '[]') AS meetings,
    (SELECT json_build_object('id', e.id, 'content', CASE WHEN e.id = ANY($3::uuid[]) THEN NULL ELSE e.content END)
       FROM editions e WHERE e.cohort_id = $1 ORDER BY e.number DESC LIMIT 1) AS edition,
    ${RETIRED} AS retired
  FROM cohorts c JOIN programmes p ON p.id = c.programme_id WHERE c.id = $1`;

/** A participant with all facts, each list as one short text: see `factsOf`. */
export interface MemberRow {
  membershipId: string;
  name: string;
  seat: number;
  municipality: string;
  marks: string | null;
  attendance: string | null;
  circles: number | null;
  people: number | null;
  lastCircleOn: Day | null;
  confirmed: number | null;
  practicumOn: Day | null;
  pausedUntil: Day | null;
}

/** The first letter of a list of facts; ordinals count on from it. */
export const FIRST_LETTER = 40;

/**
 * $1 cohort, $2 its day, $3 activities in order (retired ones after the published), $4 meetings in order, $5 a mentor whose
 * leaders alone are wanted, or null. A row per member and a letter per fact: letter 2n is activity n begun, 2n + 1 done;
 * for attendance 5n and on are meeting n's five states. Thirty thousand facts then cost what five hundred rows cost.
 */
export const MEMBERS = `WITH
  marks AS (SELECT f.membership_id, string_agg(chr(${FIRST_LETTER - 2} + 2 * x.n::int + (f.done_at IS NOT NULL)::int), '') AS letters
    FROM activity_facts f JOIN unnest($3::uuid[]) WITH ORDINALITY AS x(id, n) ON x.id = f.activity_id
    WHERE f.cohort_id = $1 GROUP BY 1),
  came AS (SELECT r.membership_id, string_agg(chr(${FIRST_LETTER - 5} + 5 * x.n::int + array_position(
      ARRAY['present', 'online', 'part', 'absent', 'excused'], r.state) - 1), '') AS letters
    FROM attendances r JOIN unnest($4::uuid[]) WITH ORDINALITY AS x(id, n) ON x.id = r.meeting_id
    WHERE r.cohort_id = $1 GROUP BY 1),
  held AS (SELECT host_id, count(*)::int AS n, sum(people)::int AS people, max(held_on)::text AS last_on
    FROM circles WHERE cohort_id = $1 AND withdrawn_at IS NULL GROUP BY 1),
  practised AS (SELECT DISTINCT ON (who.id) who.id, told.n, told.held_on
    FROM (SELECT p.pair_id, p.held_on::text, (SELECT count(*)::int FROM practicum_confirmations k WHERE k.practicum_id = p.id) AS n
            FROM practicums p WHERE p.cohort_id = $1) told
      JOIN learning_pairs pair ON pair.id = told.pair_id
      CROSS JOIN LATERAL (VALUES (pair.first_id), (pair.second_id)) AS who(id)
    ORDER BY who.id, told.n DESC, told.held_on DESC),
  paused AS (SELECT membership_id, max(until_on)::text AS until_on FROM agreed_pauses
    WHERE cohort_id = $1 AND ended_at IS NULL AND $2::date BETWEEN from_on AND until_on GROUP BY 1)
  SELECT m.id AS "membershipId", a.name, m.seat, m.municipality, marks.letters AS marks, came.letters AS attendance,
    held.n AS circles, held.people, held.last_on AS "lastCircleOn", practised.n AS confirmed,
    practised.held_on AS "practicumOn", paused.until_on AS "pausedUntil"
  FROM memberships m JOIN accounts a ON a.id = m.account_id
    LEFT JOIN marks ON marks.membership_id = m.id LEFT JOIN came ON came.membership_id = m.id
    LEFT JOIN held ON held.host_id = m.id LEFT JOIN practised ON practised.id = m.id LEFT JOIN paused ON paused.membership_id = m.id
  WHERE m.cohort_id = $1 AND m.role = 'participant' AND m.ended_at IS NULL
    AND ($5::uuid IS NULL OR m.id IN (SELECT g.participant_id FROM mentor_assignments g WHERE g.mentor_id = $5 AND g.ended_at IS NULL))
  ORDER BY m.seat`;
