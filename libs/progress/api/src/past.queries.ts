import type { EditionContent } from '@opiring/curriculum/api';
import type { AttendanceState, PersonView } from '@opiring/contract/cohorts';
import type { Day, LocalText } from '@opiring/contract/text';
import { agreedWith, HELD_THEN } from './exceptions.queries';
import type { CompletionRule } from './facts';
import type { HeadRow } from './matrix.queries';
import type { DeedsRow } from './own.queries';

// The same questions as the present's, of a day that is over: every fact has its day, and what was corrected afterwards keeps
// what it said before. Nothing later than the day's end, in the cohort's zone, is looked at.

export interface HeadThenRow extends HeadRow {
  /** The moment itself: nothing later was looked at. */
  at: Date;
}

const DAY_END = `(($2::date + 1)::timestamp AT TIME ZONE c.time_zone)`;
/** $1 cohort, $2 the day. The cohort with the moment, and its meetings as they were planned then. */
const THEN = (at: string): string => `WITH c AS (SELECT c.*, ${at} AS at FROM cohorts c WHERE c.id = $1),
  met AS (SELECT t.id, t.position, coalesce(h.before -> 'title', t.title) AS title,
      coalesce((h.before ->> 'startsAt')::timestamptz, t.starts_at) AS starts_at,
      CASE WHEN coalesce((h.before ->> 'cancelled')::boolean, t.cancelled_at IS NOT NULL) THEN 'cancelled'
        WHEN coalesce((h.before ->> 'endsAt')::timestamptz, t.ends_at) <= c.at THEN 'held' ELSE 'planned' END AS state,
      coalesce((h.before ->> 'endsAt')::timestamptz, t.ends_at) AS ends_at, c.time_zone
    FROM c JOIN meetings t ON t.cohort_id = c.id AND t.created_at < c.at
    LEFT JOIN LATERAL (SELECT x.before FROM meeting_changes x WHERE x.meeting_id = t.id AND x.changed_at >= c.at ORDER BY x.id LIMIT 1) h ON true)`;
const RULE = `coalesce((SELECT r.rule FROM completion_rules r WHERE r.cohort_id = c.id AND r.changed_at < c.at ORDER BY r.revision DESC LIMIT 1),
    p.completion_rule)`;
const EDITION = (columns: string): string =>
  `(SELECT ${columns} FROM editions e WHERE e.cohort_id = $1 AND e.published_at < c.at ORDER BY e.number DESC LIMIT 1)`;
const RETIRED = `coalesce((SELECT json_agg(json_build_object('id', a.id, 'moduleId', a.module_id))
    FROM activities a WHERE a.cohort_id = $1 AND a.retired_at < c.at), '[]')`;

/** $1 cohort, $2 the day, $3 ids of editions whose content is known already, $4 a moment of the day or null for its end. */
export const HEAD_THEN = `${THEN(`coalesce($4::timestamptz, ${DAY_END})`)} SELECT c.name, p.title AS "programmeTitle", c.time_zone AS "timeZone",
    c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn", c.at, ${RULE} AS rule,
    coalesce((SELECT json_agg(json_build_object('id', t.id, 'position', t.position, 'startsAt', t.starts_at, 'endsOn', (t.ends_at AT TIME ZONE t.time_zone)::date,
        'state', t.state) ORDER BY t.starts_at, t.id) FROM met t), '[]') AS meetings,
    ${EDITION(`json_build_object('id', e.id, 'content', CASE WHEN e.id = ANY($3::uuid[]) THEN NULL ELSE e.content END)`)} AS edition,
    ${RETIRED} AS retired
  FROM c JOIN programmes p ON p.id = c.programme_id`;

/** What was last recorded before a moment, corrections made later left out. */
const ATTENDED = (meetings: string, at: string): string => `SELECT DISTINCT ON (x.meeting_id, x.membership_id)
    x.meeting_id, x.membership_id, x.after AS state
  FROM attendance_changes x WHERE x.meeting_id ${meetings} AND x.changed_at < ${at} ORDER BY x.meeting_id, x.membership_id, x.id DESC`;
/** Circles as they were told then. */
export const CIRCLES = (at: string): string => `SELECT o.id, o.host_id,
    coalesce(h.before ->> 'heldOn', o.held_on::text) AS held_on, coalesce(h.before ->> 'place', o.place) AS place,
    coalesce(h.before ->> 'topic', o.topic) AS topic, coalesce((h.before ->> 'people')::int, o.people) AS people
  FROM circles o LEFT JOIN LATERAL (
    SELECT x.before FROM circle_changes x WHERE x.circle_id = o.id AND x.changed_at >= ${at} ORDER BY x.id LIMIT 1) h ON true
  WHERE o.cohort_id = $1 AND o.recorded_at < ${at} AND (o.withdrawn_at IS NULL OR o.withdrawn_at >= ${at})`;
/** Pauses that held on the day, with the days they had then. */
const PAUSED = (
  at: string,
): string => `(SELECT g.membership_id, coalesce((h.before ->> 'fromOn')::date, g.from_on) AS from_on,
      coalesce((h.before ->> 'untilOn')::date, g.until_on) AS until_on
    FROM agreed_pauses g LEFT JOIN LATERAL (
      SELECT x.before FROM agreed_pause_changes x WHERE x.pause_id = g.id AND x.changed_at >= ${at} ORDER BY x.id LIMIT 1) h ON true
    WHERE g.cohort_id = $1 AND g.created_at < ${at} AND (g.ended_at IS NULL OR g.ended_at >= ${at})) p
  WHERE $2::date BETWEEN p.from_on AND p.until_on`;

const READ = (at: string): string =>
  `r.read_at < ${at} AND (r.taken_back_at IS NULL OR r.taken_back_at >= ${at})`;

/** $1 to $7 as the present's; $8 the end of the day. A mentor sees the past of the leaders entrusted to them today. */
export const GATHERED_THEN = `SELECT
  (SELECT json_agg(json_build_array(m.id, a.name, m.seat, m.municipality, (SELECT g.mentor_id FROM mentor_assignments g
        WHERE g.participant_id = m.id AND g.assigned_at < $8 AND (g.ended_at IS NULL OR g.ended_at >= $8)
        ORDER BY g.assigned_at DESC LIMIT 1)) ORDER BY m.seat)
     FROM memberships m JOIN accounts a ON a.id = m.account_id
    WHERE m.cohort_id = $1 AND m.role = 'participant' AND m.created_at < $8 AND (m.ended_at IS NULL OR m.ended_at >= $8)
      AND ($7::uuid IS NULL OR m.id IN (SELECT g.participant_id FROM mentor_assignments g WHERE g.mentor_id = $7 AND g.ended_at IS NULL))) AS members,
  (SELECT json_agg(json_build_object('membershipId', m.id, 'name', a.name) ORDER BY a.name COLLATE estonian, m.id)
     FROM memberships m JOIN accounts a ON a.id = m.account_id
    WHERE m.cohort_id = $1 AND m.role = 'mentor' AND ($7::uuid IS NULL OR m.id = $7)) AS mentors,
  (SELECT json_object_agg(membership_id, letters) FROM (
    SELECT f.membership_id, string_agg(CASE WHEN f.done_at < $8 THEN x.done ELSE x.begun END, '') AS letters
      FROM activity_facts f JOIN unnest($3::uuid[], $4::text[], $5::text[]) AS x(id, begun, done) ON x.id = f.activity_id
     WHERE f.cohort_id = $1 AND f.begun_at < $8 GROUP BY f.membership_id) told) AS marks,
  (SELECT json_object_agg(membership_id, letters) FROM (
    SELECT r.membership_id, string_agg(chr(35 + 5 * x.n::int + array_position(
        ARRAY['present', 'online', 'part', 'absent', 'excused'], r.state) - 1), '') AS letters
      FROM (${ATTENDED('= ANY($6::uuid[])', '$8')}) r JOIN unnest($6::uuid[]) WITH ORDINALITY AS x(id, n) ON x.id = r.meeting_id
     GROUP BY r.membership_id) told) AS attendance,
  (SELECT json_object_agg(host_id, json_build_array(n, people, last_on)) FROM (
    SELECT host_id, count(*) AS n, sum(people) AS people, max(held_on) AS last_on FROM (${CIRCLES('$8')}) o GROUP BY host_id) told) AS circles,
  (SELECT json_agg(json_build_array(pair.first_id, pair.second_id, (
      SELECT count(*) FROM practicum_confirmations k WHERE k.practicum_id = p.id AND k.confirmed_at < $8), p.held_on))
     FROM practicums p JOIN learning_pairs pair ON pair.id = p.pair_id WHERE p.cohort_id = $1 AND p.created_at < $8) AS practicums,
  (SELECT json_object_agg(membership_id, until_on) FROM (
    SELECT p.membership_id, max(p.until_on) AS until_on FROM ${PAUSED('$8')} GROUP BY p.membership_id) told) AS pauses,
  (SELECT json_agg(DISTINCT r.author_id) FROM plan_readings r WHERE r.cohort_id = $1 AND ${READ('$8')}) AS plans,
  ${HELD_THEN('$8')} AS exceptions`;

export interface MemberThenRow {
  rule: CompletionRule;
  there: boolean;
  meetings: {
    id: string;
    title: LocalText;
    startsAt: string;
    endsAt: string;
    state: 'planned' | 'held' | 'cancelled';
    attended: AttendanceState | null;
  }[];
  content: EditionContent | null;
  facts: Record<string, number | null> | null;
  deeds: DeedsRow;
  mentor: PersonView | null;
  partner: PersonView | null;
  pausedUntil: Day | null;
}
const PERSON = `SELECT json_build_object('membershipId', m.id, 'name', a.name, 'role', m.role, 'seat', m.seat, 'municipality', m.municipality,
    'occupation', m.occupation) FROM memberships m JOIN accounts a ON a.id = m.account_id`;

/** One member's page of a day that is over. $1 cohort, $2 the day, $3 the membership. */
export const MEMBER_THEN = `${THEN(DAY_END)} SELECT ${RULE} AS rule,
    EXISTS (SELECT FROM memberships m WHERE m.id = $3 AND m.created_at < c.at) AS there,
    coalesce((SELECT json_agg(json_build_object('id', t.id, 'title', t.title, 'startsAt', t.starts_at, 'endsAt', t.ends_at, 'state', t.state,
        'attended', r.state) ORDER BY t.starts_at, t.id) FROM met t LEFT JOIN (${ATTENDED('IN (SELECT id FROM met)', '(SELECT at FROM c)')}) r
        ON r.meeting_id = t.id AND r.membership_id = $3), '[]') AS meetings,
    ${EDITION('e.content')} AS content,
    (SELECT json_object_agg(f.activity_id, CASE WHEN f.done_at < c.at THEN (extract(epoch FROM f.done_at) * 1000)::bigint END)
       FROM activity_facts f WHERE f.membership_id = $3 AND f.begun_at < c.at) AS facts,
    json_build_object('retired', ${RETIRED},
      'circles', coalesce((SELECT json_agg(json_build_object('heldOn', o.held_on, 'place', o.place, 'topic', o.topic, 'people', o.people)
          ORDER BY o.held_on DESC, o.id DESC) FROM (${CIRCLES('(SELECT at FROM c)')}) o WHERE o.host_id = $3), '[]'),
      'practicum', (SELECT json_build_object('confirmed', told.n, 'heldOn', told.held_on, 'mine', told.mine, 'topic', told.topic, 'withId', told.with_id) FROM (
        SELECT o.held_on, o.topic, CASE WHEN x.first_id = $3 THEN x.second_id ELSE x.first_id END AS with_id,
            count(k.membership_id)::int AS n, coalesce(bool_or(k.membership_id = $3), false) AS mine
          FROM learning_pairs x JOIN practicums o ON o.pair_id = x.id
          LEFT JOIN practicum_confirmations k ON k.practicum_id = o.id AND k.confirmed_at < c.at
         WHERE x.cohort_id = $1 AND $3 IN (x.first_id, x.second_id) AND o.created_at < c.at
         GROUP BY o.id, x.id ORDER BY n DESC, o.held_on DESC LIMIT 1) told),
      'planRead', EXISTS (SELECT FROM plan_readings r WHERE r.author_id = $3 AND ${READ('c.at')}),
      'exceptions', ${agreedWith('$3', '(SELECT at FROM c)')}) AS deeds,
    (${PERSON} JOIN mentor_assignments g ON g.mentor_id = m.id WHERE g.participant_id = $3 AND g.assigned_at < c.at
        AND (g.ended_at IS NULL OR g.ended_at >= c.at) ORDER BY g.assigned_at DESC LIMIT 1) AS mentor,
    (${PERSON} JOIN learning_pairs g ON m.id = CASE WHEN g.first_id = $3 THEN g.second_id ELSE g.first_id END
      WHERE $3 IN (g.first_id, g.second_id) AND g.created_at < c.at
        AND (g.ended_at IS NULL OR g.ended_at >= c.at) ORDER BY g.created_at DESC LIMIT 1) AS partner,
    (SELECT max(p.until_on)::text FROM ${PAUSED('c.at')} AND p.membership_id = $3) AS "pausedUntil"
  FROM c JOIN programmes p ON p.id = c.programme_id`;
