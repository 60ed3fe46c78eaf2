const IN_ZONE = (instant: string): string => `(${instant} AT TIME ZONE c.time_zone)::date`;

/** $1 the cohort, $2 the viewer's memberships in it, $3 now. What only the page of meetings shows. */
export const MEETING_DETAILS = `SELECT t.id AS "meetingId", t.link, t.guest, t.agenda, t.agenda_published_at IS NOT NULL AS "agendaPublished",
    ${IN_ZONE('$3::timestamptz')} BETWEEN ${IN_ZONE('t.starts_at')} AND ${IN_ZONE('t.ends_at')} AS "isToday",
    (SELECT max(k.valid_until) FROM check_in_codes k WHERE k.meeting_id = t.id AND k.valid_until > $3::timestamptz) AS "checkInUntil",
    (SELECT h.reason FROM meeting_changes h WHERE h.meeting_id = t.id AND h.reason <> ''
        AND (h.before ->> 'startsAt' <> h.after ->> 'startsAt' OR h.before ->> 'cancelled' <> h.after ->> 'cancelled')
      ORDER BY h.id DESC LIMIT 1) AS reason,
    coalesce(r.coming, 0) AS coming, r.mine
  FROM meetings t JOIN cohorts c ON c.id = t.cohort_id
  LEFT JOIN (SELECT o.meeting_id, (count(*) FILTER (WHERE o.coming))::int AS coming, bool_or(o.coming) FILTER (WHERE o.membership_id = ANY($2)) AS mine
      FROM meetings t JOIN meeting_replies o ON o.meeting_id = t.id WHERE t.cohort_id = $1 GROUP BY 1) r ON r.meeting_id = t.id
  WHERE t.cohort_id = $1`;

/** $1 meeting, $2 the change at the end of the page before, $3 how many; newest first */
export const MEETING_CHANGES = `SELECT h.id, b.name AS "changedBy", h.changed_at AS "changedAt", h.reason, h.before, h.after
  FROM meeting_changes h LEFT JOIN accounts b ON b.id = h.changed_by
  WHERE h.meeting_id = $1 AND ($2::uuid IS NULL OR h.id < $2) ORDER BY h.id DESC LIMIT $3`;

/** $1 meeting, $2 membership, $3 cohort, $4 coming, $5 now */
export const REPLY = `INSERT INTO meeting_replies (meeting_id, membership_id, cohort_id, coming, replied_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (meeting_id, membership_id) DO UPDATE SET coming = EXCLUDED.coming, replied_at = EXCLUDED.replied_at`;

/** $1 meeting, $2 the change at the end of the page before, $3 how many; newest first */
export const ATTENDANCE_CHANGES = `SELECT h.id, h.membership_id AS "membershipId", a.name, b.name AS "changedBy", h.changed_at AS "changedAt",
    h.before, h.after, h.way
  FROM attendance_changes h JOIN memberships m ON m.id = h.membership_id JOIN accounts a ON a.id = m.account_id
  LEFT JOIN accounts b ON b.id = h.changed_by
  WHERE h.meeting_id = $1 AND ($2::uuid IS NULL OR h.id < $2) ORDER BY h.id DESC LIMIT $3`;
