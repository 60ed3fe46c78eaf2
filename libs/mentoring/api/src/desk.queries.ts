import { placeOf } from '@opiring/platform/api';

/** The mentor's own notes since an instant, by entry. */
const ANSWERED = `SELECT 1 FROM conversations c JOIN notes n ON n.conversation_id = c.id WHERE c.entry_id = s.entry_id AND c.mentor_id = $1
  AND n.created_at >= s.granted_at`;

const LETTERS = `SELECT s.id, s.entry_id AS "entryId", s.cohort_id AS "cohortId", s.author_id AS "authorId", s.version, s.granted_at,
    ${placeOf('s.granted_at')} AS place
  FROM entry_share_recipients r JOIN entry_shares s ON s.id = r.share_id
  JOIN mentor_assignments x ON x.participant_id = s.author_id AND x.mentor_id = $1 AND x.ended_at IS NULL
  WHERE r.membership_id = $1 AND s.audience = 'mentor' AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())
    AND ($3::timestamptz IS NULL OR (s.granted_at, s.id) > ($3, $4::uuid))
    AND NOT EXISTS (${ANSWERED})
  ORDER BY s.granted_at, s.id LIMIT $5`;

const LEADERS = `SELECT m.id AS "membershipId", a.name, m.role, m.seat, m.municipality, m.occupation,
    (SELECT max(s.granted_at) FROM entry_share_recipients r JOIN entry_shares s ON s.id = r.share_id
      WHERE r.membership_id = $1 AND s.author_id = m.id) AS "lastSharedAt",
    (SELECT max(p.until_on)::text FROM agreed_pauses p WHERE p.membership_id = m.id AND p.ended_at IS NULL
      AND day.today BETWEEN p.from_on AND p.until_on) AS "pausedUntil",
    (SELECT max(h.held_on)::text FROM circles h WHERE h.host_id = m.id AND h.withdrawn_at IS NULL) AS "lastCircleOn"
  FROM mentor_assignments x JOIN memberships m ON m.id = x.participant_id JOIN accounts a ON a.id = m.account_id
  WHERE x.mentor_id = $1 AND x.ended_at IS NULL AND m.ended_at IS NULL ORDER BY m.seat`;

/**
 * The whole desk in one statement, whatever lies on it; of texts only openings and lengths.
 * $1 the mentor's membership, $2 now, $3 $4 the place after which to begin, $5 how many
 */
export const DESK = `WITH day AS MATERIALIZED (SELECT c.time_zone, ($2::timestamptz AT TIME ZONE c.time_zone)::date AS today
    FROM memberships m JOIN cohorts c ON c.id = m.cohort_id WHERE m.id = $1),
  letters AS MATERIALIZED (${LETTERS})
SELECT (SELECT coalesce(json_agg(o ORDER BY o."sharedAt", o.id), '[]') FROM (
    SELECT l.id, l."entryId", l."cohortId", l."authorId", l.granted_at AS "sharedAt", l.place, v.title, v.lang, v.opening, v.words,
      v.activity_id AS "activityId", v.question_id AS "questionId", v.question_version AS "questionVersion", v.moment,
      q.position AS "questionPosition", w.text AS "questionText",
      day.today - (l.granted_at AT TIME ZONE day.time_zone)::date AS "waitingDays"
    FROM letters l CROSS JOIN day JOIN entry_versions v ON v.entry_id = l."entryId" AND v.number = l.version
    LEFT JOIN guiding_questions q ON q.id = v.question_id
    LEFT JOIN guiding_question_versions w ON w.question_id = v.question_id AND w.version = v.question_version) o) AS letters,
  (SELECT count(DISTINCT n.entry_id)::int FROM conversations c JOIN notes n ON n.conversation_id = c.id, day
    WHERE c.mentor_id = $1 AND n.created_at >= date_trunc('week', day.today::timestamp) AT TIME ZONE day.time_zone) AS "answeredThisWeek",
  (SELECT coalesce(json_agg(o ORDER BY o.seat), '[]') FROM day, LATERAL (${LEADERS}) o) AS leaders`;
