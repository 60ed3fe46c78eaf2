/** $1 the cohort, $2 the viewer's memberships in it */
export const REPLIES = `SELECT r.meeting_id AS "meetingId", (count(*) FILTER (WHERE r.coming))::int AS coming,
    bool_or(r.coming) FILTER (WHERE r.membership_id = ANY($2)) AS mine
  FROM meetings t JOIN meeting_replies r ON r.meeting_id = t.id WHERE t.cohort_id = $1 GROUP BY r.meeting_id`;

/** $1 meeting, $2 membership, $3 cohort, $4 coming, $5 now */
export const REPLY = `INSERT INTO meeting_replies (meeting_id, membership_id, cohort_id, coming, replied_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (meeting_id, membership_id) DO UPDATE SET coming = EXCLUDED.coming, replied_at = EXCLUDED.replied_at`;

/** $1 meeting, $2 the change at the end of the page before, $3 how many; newest first */
export const ATTENDANCE_CHANGES = `SELECT h.id, h.membership_id AS "membershipId", a.name, b.name AS "changedBy", h.changed_at AS "changedAt",
    h.before, h.after
  FROM attendance_changes h JOIN memberships m ON m.id = h.membership_id JOIN accounts a ON a.id = m.account_id
  LEFT JOIN accounts b ON b.id = h.changed_by
  WHERE h.meeting_id = $1 AND ($2::uuid IS NULL OR h.id < $2) ORDER BY h.id DESC LIMIT $3`;
