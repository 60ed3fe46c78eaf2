import type { PersonView } from '@opiring/contract/cohorts';
import type { Day } from '@opiring/contract/text';

/** A circle with its host, as SQL gives it. */
export interface CircleRow {
  id: string;
  cohortId: string;
  heldOn: Day;
  place: string;
  topic: string;
  people: number;
  missingVoices: string;
  revision: number;
  host: PersonView;
  accompanied: boolean;
}

/** The viewer's account is the session's: who accompanies whom is asked of the same statement. */
const CIRCLE = `SELECT c.id, c.cohort_id AS "cohortId", c.held_on::text AS "heldOn", c.place, c.topic, c.people,
    c.missing_voices AS "missingVoices", c.revision,
    json_build_object('membershipId', m.id, 'name', a.name, 'role', m.role, 'seat', m.seat,
      'municipality', m.municipality, 'occupation', m.occupation) AS host,
    EXISTS (SELECT FROM mentor_assignments g JOIN memberships mentor ON mentor.id = g.mentor_id
      WHERE g.participant_id = c.host_id AND g.ended_at IS NULL AND mentor.ended_at IS NULL
        AND mentor.account_id = app.account()) AS accompanied
  FROM circles c JOIN memberships m ON m.id = c.host_id JOIN accounts a ON a.id = m.account_id
  WHERE c.withdrawn_at IS NULL`;

/** $1 the circle */
export const CIRCLE_BY_ID = `${CIRCLE} AND c.id = $1`;

/** $1 the cohort, $2 whose ('all', 'accompanied', 'own'), $3 after which id, $4 how many. Newest told first. */
export const CIRCLES = `SELECT * FROM (${CIRCLE} AND c.cohort_id = $1 AND ($3::uuid IS NULL OR c.id < $3)) seen
  WHERE $2 = 'all' OR ($2 = 'accompanied' AND accompanied)
    OR EXISTS (SELECT FROM memberships own WHERE own.id = (seen.host ->> 'membershipId')::uuid
      AND own.account_id = app.account() AND own.ended_at IS NULL)
  ORDER BY id DESC LIMIT $4`;

/** $1 circle; the newest two hundred. */
export const CIRCLE_CHANGES = `SELECT h.id, b.name AS "changedBy", h.changed_at AS "changedAt", h.before, h.after
  FROM circle_changes h LEFT JOIN accounts b ON b.id = h.changed_by WHERE h.circle_id = $1 ORDER BY h.id DESC LIMIT 200`;

/** $1 cohort, $2 circle, $3 who, $4 before, $5 after: rule 13. */
export const LOG_CIRCLE_CHANGE = `INSERT INTO circle_changes (cohort_id, circle_id, changed_by, before, after)
  VALUES ($1, $2, $3, $4, $5)`;
