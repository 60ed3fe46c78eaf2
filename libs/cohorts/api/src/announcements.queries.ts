/** $1 the cohort: everybody active whom the programme accompanies, in seat order. */
export const EVERYBODY = `SELECT m.id FROM memberships m JOIN accounts a ON a.id = m.account_id
  WHERE m.cohort_id = $1 AND m.ended_at IS NULL AND m.role IN ('participant', 'mentor')
  ORDER BY m.seat NULLS LAST, a.name COLLATE estonian, m.id`;

/** $1 the cohort, $2 the meeting: leaders who have said neither that they come nor that they do not. */
export const NOT_REPLIED = `SELECT m.id FROM memberships m WHERE m.cohort_id = $1 AND m.ended_at IS NULL AND m.role = 'participant'
    AND NOT EXISTS (SELECT FROM meeting_replies r WHERE r.meeting_id = $2 AND r.membership_id = m.id)
  ORDER BY m.seat`;

/** $1 memberships, in the order wanted: whom, and whether a letter would go. */
export const RECIPIENTS = `SELECT m.id AS "membershipId", a.name, m.role, m.seat, m.municipality, m.occupation, m.account_id AS "accountId",
    a.mail_off_at IS NULL AND a.disabled_at IS NULL AS mailed
  FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted(id, place) JOIN memberships m ON m.id = wanted.id
  JOIN accounts a ON a.id = m.account_id ORDER BY wanted.place`;

/** $1 the announcement, $2 its cohort, $3 memberships. */
export const SEND_TO = `INSERT INTO announcement_recipients (announcement_id, membership_id, cohort_id)
  SELECT $1, wanted, $2 FROM unnest($3::uuid[]) AS wanted`;

/** $1 the announcement, $2 memberships: one letter to each person, whatever number of places they have. */
export const POST = `INSERT INTO letters (account_id, announcement_id)
  SELECT DISTINCT m.account_id, $1::uuid FROM memberships m JOIN accounts a ON a.id = m.account_id
   WHERE m.id = ANY($2) AND a.mail_off_at IS NULL AND a.disabled_at IS NULL
  ON CONFLICT DO NOTHING`;

/** $1 the cohort, $2 whether the reader may see all, $3 the reader's memberships, $4 one announcement alone. Newest first. */
export const ANNOUNCEMENTS = `SELECT n.id, n.title, n.body, n.lang, n.audience, n.sent_at AS "sentAt", n.corrected_at AS "correctedAt",
    n.withdrawn_at AS "withdrawnAt", n.revision, a.name AS "sentBy",
    CASE WHEN $2 THEN coalesce((SELECT json_agg(json_build_object('membershipId', m.id, 'name', x.name, 'role', m.role, 'seat', m.seat,
        'municipality', m.municipality, 'occupation', m.occupation) ORDER BY m.seat NULLS LAST, x.name COLLATE estonian)
      FROM announcement_recipients r JOIN memberships m ON m.id = r.membership_id JOIN accounts x ON x.id = m.account_id
      WHERE r.announcement_id = n.id), '[]') END AS people,
    CASE WHEN $2 THEN coalesce((SELECT json_agg(json_build_object('title', c.before ->> 'title', 'body', c.before ->> 'body',
        'until', c.changed_at) ORDER BY c.id DESC) FROM announcement_changes c WHERE c.announcement_id = n.id), '[]') END AS earlier
  FROM announcements n LEFT JOIN memberships s ON s.id = n.sent_by LEFT JOIN accounts a ON a.id = s.account_id
  WHERE n.cohort_id = $1 AND ($4::uuid IS NULL OR n.id = $4) AND ($2 OR n.audience = 'cohort' OR EXISTS (
    SELECT FROM announcement_recipients r WHERE r.announcement_id = n.id AND r.membership_id = ANY($3)))
  ORDER BY n.sent_at DESC, n.id DESC LIMIT 200`;
