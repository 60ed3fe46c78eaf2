/** $1 cohort, $2 after which membership, $3 how many */
export const PEOPLE = `SELECT m.id AS "membershipId", a.name, m.role, m.seat, m.municipality
  FROM memberships m JOIN accounts a ON a.id = m.account_id
  WHERE m.cohort_id = $1 AND m.ended_at IS NULL AND ($2::uuid IS NULL OR m.id > $2) ORDER BY m.id LIMIT $3`;

/** $1 cohort, $2 and $3 after which meeting and membership, $4 how many. Of those who take part today, as in the overview. */
export const ATTENDANCE = `SELECT r.meeting_id AS "meetingId", r.membership_id AS "membershipId", r.state
  FROM attendances r JOIN memberships m ON m.id = r.membership_id
  WHERE r.cohort_id = $1 AND m.ended_at IS NULL AND ($2::uuid IS NULL OR (r.meeting_id, r.membership_id) > ($2, $3::uuid))
  ORDER BY r.meeting_id, r.membership_id LIMIT $4`;

/** $1 cohort, $2 after which circle, $3 how many */
export const CIRCLES = `SELECT c.id, c.host_id AS "membershipId", c.held_on::text AS "heldOn", c.place, c.topic, c.people
  FROM circles c WHERE c.cohort_id = $1 AND c.withdrawn_at IS NULL AND ($2::uuid IS NULL OR c.id > $2) ORDER BY c.id LIMIT $3`;
