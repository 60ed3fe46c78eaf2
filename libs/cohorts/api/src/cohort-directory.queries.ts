// Names come from identity's table by a join: one statement per question, however many people are in the cohort.

const MEMBER = `m.id AS "membershipId", a.name, m.role, m.seat, m.municipality, m.occupation, m.account_id AS "accountId"`;
const TODAY = `($2::timestamptz AT TIME ZONE c.time_zone)::date`;

/** $1 membership ids */
export const PEOPLE = `SELECT ${MEMBER} FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.id = ANY($1)`;

const ACTIVE = `JOIN accounts a ON a.id = m.account_id WHERE m.ended_at IS NULL`;

/** $1 the membership whose mentor is asked for */
export const MENTOR = `SELECT ${MEMBER} FROM mentor_assignments x JOIN memberships m ON m.id = x.mentor_id ${ACTIVE}
  AND x.participant_id = $1 AND x.ended_at IS NULL`;

/** $1 the membership whose learning partner is asked for */
export const PARTNER = `SELECT ${MEMBER} FROM learning_pairs x
  JOIN memberships m ON m.id = CASE WHEN x.first_id = $1 THEN x.second_id ELSE x.first_id END ${ACTIVE}
  AND x.ended_at IS NULL AND $1 IN (x.first_id, x.second_id)`;

/** $1 the membership that shares, $2 the roles that listen. Oneself is left out by account: one person may hold two roles. */
export const LISTENERS = `SELECT ${MEMBER} FROM memberships own JOIN memberships m ON m.cohort_id = own.cohort_id ${ACTIVE}
  AND own.id = $1 AND m.account_id <> own.account_id AND m.role = ANY($2) ORDER BY m.seat NULLS LAST, a.name COLLATE estonian`;

/** $1 a mentor's membership */
export const PARTICIPANTS_OF = `SELECT m.id FROM mentor_assignments x JOIN memberships m ON m.id = x.participant_id
  WHERE x.mentor_id = $1 AND x.ended_at IS NULL AND m.ended_at IS NULL ORDER BY m.seat`;

const COHORT_COLUMNS = `c.id, c.programme_id AS "programmeId", p.slug AS "programmeSlug", p.title AS "programmeTitle",
  p.language,
  coalesce((SELECT r.rule FROM completion_rules r WHERE r.cohort_id = c.id ORDER BY r.revision DESC LIMIT 1), p.completion_rule) AS "completionRule",
  c.name, c.time_zone AS "timeZone", c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn"`;

/** $1 the cohort */
export const COHORT = `SELECT ${COHORT_COLUMNS} FROM cohorts c JOIN programmes p ON p.id = c.programme_id WHERE c.id = $1`;

/** $1 the cohort, $2 now. Whoever `whose` lets through, by seat and name. */
const rosterRows = (
  whose: string,
): string => `SELECT ${MEMBER}, x.mentor_id AS "mentorId", coalesce(f.second_id, s.first_id) AS "partnerId", pause.until AS "pausedUntil"
  FROM memberships m JOIN accounts a ON a.id = m.account_id
  LEFT JOIN mentor_assignments x ON x.participant_id = m.id AND x.ended_at IS NULL
  LEFT JOIN learning_pairs f ON f.first_id = m.id AND f.ended_at IS NULL
  LEFT JOIN learning_pairs s ON s.second_id = m.id AND s.ended_at IS NULL
  LEFT JOIN (SELECT g.membership_id, max(g.until_on)::text AS until FROM agreed_pauses g JOIN cohorts c ON c.id = g.cohort_id
              WHERE g.cohort_id = $1 AND g.ended_at IS NULL AND ${TODAY} BETWEEN g.from_on AND g.until_on GROUP BY 1) pause
    ON pause.membership_id = m.id
  WHERE m.cohort_id = $1 AND m.ended_at IS NULL ${whose}
  ORDER BY m.seat NULLS LAST, a.name COLLATE estonian, m.id`;

export const ROSTER = rosterRows('');

/** $3 a membership: itself, its mentor and its learning partner. */
const NEAREST = rosterRows(`AND m.id IN (SELECT $3::uuid
    UNION ALL SELECT y.mentor_id FROM mentor_assignments y WHERE y.participant_id = $3 AND y.ended_at IS NULL
    UNION ALL SELECT y.second_id FROM learning_pairs y WHERE y.first_id = $3 AND y.ended_at IS NULL
    UNION ALL SELECT y.first_id FROM learning_pairs y WHERE y.second_id = $3 AND y.ended_at IS NULL)`);

/** $1 the cohort, $2 now. Once a meeting was moved, its first time is the oldest change's. */
const meetingRows = (
  whose: string,
): string => `SELECT t.id, t.position, t.title, t.about, t.place, t.starts_at AS "startsAt", t.ends_at AS "endsAt", t.revision,
    CASE WHEN t.cancelled_at IS NOT NULL THEN 'cancelled' WHEN t.ends_at <= $2::timestamptz THEN 'held' ELSE 'planned' END AS state,
    (SELECT h.before ->> 'startsAt' FROM meeting_changes h WHERE h.meeting_id = t.id AND h.before ->> 'startsAt' <> h.after ->> 'startsAt'
      ORDER BY h.id LIMIT 1) AS "movedFrom",
    coalesce((SELECT json_object_agg(r.membership_id, r.state) FROM attendances r WHERE r.meeting_id = t.id ${whose}), '{}') AS attendance
  FROM meetings t WHERE t.cohort_id = $1 ORDER BY t.starts_at, t.id LIMIT 500`;

/** Everybody's attendance, or that of the membership $3 alone. */
export const MEETINGS = meetingRows('');
export const MEETINGS_OF_ONE = meetingRows('AND r.membership_id = $3');

const overview = (roster: string, meetings: string): string => `SELECT
  (SELECT to_json(o) FROM (${COHORT}) o) AS cohort,
  (SELECT coalesce(json_agg(o), '[]') FROM (${roster}) o) AS roster,
  (SELECT coalesce(json_agg(o), '[]') FROM (${meetings}) o) AS meetings`;

/** Cohort, people and meetings in one statement: of everybody, or what is nearest to the membership $3. */
export const OVERVIEW = overview(ROSTER, MEETINGS);
export const OVERVIEW_OF_ONE = overview(NEAREST, MEETINGS_OF_ONE);
