import type { EditionContent } from '@opiring/curriculum/api';
import type { Day, LocalText } from '@opiring/contract/text';
import type { Held } from './exceptions';
import { HELD } from './exceptions.queries';
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
  meetings: {
    id: string;
    position: number;
    startsAt: string;
    endsOn: Day;
    state: 'planned' | 'held' | 'cancelled';
  }[];
  edition: { id: string; content: EditionContent | null } | null;
  retired: RetiredActivity[];
}

/** Activities that were published or drafted once and are no more. $1 the cohort. */
export const RETIRED = `coalesce((SELECT json_agg(json_build_object('id', a.id, 'moduleId', a.module_id))
    FROM activities a WHERE a.cohort_id = $1 AND a.retired_at IS NOT NULL), '[]')`;

/** $1 cohort, $2 now, $3 ids of editions whose content is known already. */
export const HEAD = `SELECT c.name, p.title AS "programmeTitle", c.time_zone AS "timeZone",
    c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn", 
    coalesce((SELECT r.rule FROM completion_rules r WHERE r.cohort_id = c.id ORDER BY r.revision DESC LIMIT 1), p.completion_rule) AS rule,
    coalesce((SELECT json_agg(json_build_object('id', t.id, 'position', t.position, 'startsAt', t.starts_at,
        'endsOn', (t.ends_at AT TIME ZONE c.time_zone)::date, 'state', CASE WHEN t.cancelled_at IS NOT NULL THEN 'cancelled' WHEN t.ends_at <= $2::timestamptz THEN 'held' ELSE 'planned' END)
        ORDER BY t.starts_at, t.id) FROM meetings t WHERE t.cohort_id = $1), '[]') AS meetings,
    (SELECT json_build_object('id', e.id, 'content', CASE WHEN e.id = ANY($3::uuid[]) THEN NULL ELSE e.content END)
       FROM editions e WHERE e.cohort_id = $1 ORDER BY e.number DESC LIMIT 1) AS edition,
    ${RETIRED} AS retired
  FROM cohorts c JOIN programmes p ON p.id = c.programme_id WHERE c.id = $1`;

/** The first letter of a list of facts; ordinals count on from it. */
const FIRST_LETTER = 40;

/** A fact as one letter, and back: a run of letters is the cheapest list of numbers PostgreSQL can gather and send. */
export const letterOf = (fact: number): string => String.fromCharCode(FIRST_LETTER + fact);
export const factAt = (letters: string, at: number): number => letters.charCodeAt(at) - FIRST_LETTER;

/** Everybody's facts, by membership: `null` where there are none of a kind. */
export interface GatheredRow {
  /** Id, name, seat, municipality, mentor; by seat. */
  members: [string, string, number, string, string | null][] | null;
  mentors: { membershipId: string; name: string }[] | null;
  /** Letters: 2n where activity n was begun, 2n + 1 where done. */
  marks: Record<string, string> | null;
  /** Letters: 5n and on, one for each way of having been at meeting n or not. */
  attendance: Record<string, string> | null;
  /** How many, with how many people, the last when. */
  circles: Record<string, [number, number, Day]> | null;
  /** Both partners, how many confirmed, held when. */
  practicums: [string, string, number, Day][] | null;
  /** Until when. */
  pauses: Record<string, Day> | null;
  /** Whose plan their learning partner has read. */
  plans: string[] | null;
  /** What was agreed and holds. */
  exceptions: Record<string, Held[]> | null;
}

/**
 * $1 cohort, $2 its day, $3 activities in order (retired ones after the published) with $4 a letter for begun and $5 for done,
 * $6 meetings in order, $7 a mentor whose leaders alone are wanted, or null. A letter per fact, so that thirty thousand cost
 * little more than five hundred; each kind by itself and joined by `memberRows`, because planning one large join costs a small
 * cohort more than running it. Names are looked up one by one: joined, they were read of every account there is. Each table is
 * asked for its cohort, so that one among a hundred costs as much as one alone.
 */
export const GATHERED = `SELECT
  (SELECT json_agg(json_build_array(m.id, (SELECT a.name FROM accounts a WHERE a.id = m.account_id), m.seat, m.municipality, g.mentor_id)
      ORDER BY m.seat)
     FROM memberships m LEFT JOIN mentor_assignments g ON g.participant_id = m.id AND g.cohort_id = $1 AND g.ended_at IS NULL
    WHERE m.cohort_id = $1 AND m.role = 'participant' AND m.ended_at IS NULL AND ($7::uuid IS NULL OR g.mentor_id = $7)) AS members,
  (SELECT json_agg(json_build_object('membershipId', m.id, 'name', a.name) ORDER BY a.name COLLATE estonian, m.id)
     FROM memberships m JOIN accounts a ON a.id = m.account_id
    WHERE m.cohort_id = $1 AND m.role = 'mentor' AND ($7::uuid IS NULL OR m.id = $7)) AS mentors,
  (SELECT json_object_agg(membership_id, letters) FROM (
    SELECT f.membership_id, string_agg(CASE WHEN f.done_at IS NULL THEN x.begun ELSE x.done END, '') AS letters
      FROM activity_facts f JOIN unnest($3::uuid[], $4::text[], $5::text[]) AS x(id, begun, done) ON x.id = f.activity_id
     WHERE f.cohort_id = $1 GROUP BY f.membership_id) told) AS marks,
  (SELECT json_object_agg(membership_id, letters) FROM (
    SELECT r.membership_id, string_agg(chr(${FIRST_LETTER - 5} + 5 * x.n::int + array_position(
        ARRAY['present', 'online', 'part', 'absent', 'excused'], r.state) - 1), '') AS letters
      FROM attendances r JOIN unnest($6::uuid[]) WITH ORDINALITY AS x(id, n) ON x.id = r.meeting_id
     WHERE r.cohort_id = $1 GROUP BY r.membership_id) told) AS attendance,
  (SELECT json_object_agg(host_id, json_build_array(n, people, last_on)) FROM (
    SELECT host_id, count(*) AS n, sum(people) AS people, max(held_on) AS last_on
      FROM circles WHERE cohort_id = $1 AND withdrawn_at IS NULL GROUP BY host_id) told) AS circles,
  (SELECT json_agg(json_build_array(pair.first_id, pair.second_id, (
      SELECT count(*) FROM practicum_confirmations k WHERE k.practicum_id = p.id), p.held_on))
     FROM practicums p JOIN learning_pairs pair ON pair.id = p.pair_id AND pair.cohort_id = $1
    WHERE p.cohort_id = $1) AS practicums,
  (SELECT json_object_agg(membership_id, until_on) FROM (
    SELECT membership_id, max(until_on) AS until_on FROM agreed_pauses
     WHERE cohort_id = $1 AND ended_at IS NULL AND $2::date BETWEEN from_on AND until_on GROUP BY membership_id) told) AS pauses,
  (SELECT json_agg(DISTINCT author_id) FROM plan_readings WHERE cohort_id = $1 AND taken_back_at IS NULL) AS plans,
  ${HELD} AS exceptions`;
