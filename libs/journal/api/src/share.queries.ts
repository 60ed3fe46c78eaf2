/** Sharing again supersedes. $1 the entry, $2 the audience, $3 now */
export const SUPERSEDE = `UPDATE entry_shares SET revoked_at = $3 WHERE entry_id = $1 AND audience = $2 AND revoked_at IS NULL`;

/** $1 the entry, $2 version, $3 audience, $4 purpose, $5 now, $6 until when */
export const GIVE = `INSERT INTO entry_shares (entry_id, version, cohort_id, author_id, account_id, audience, purpose, granted_at, expires_at)
  SELECT e.id, $2, e.cohort_id, e.author_id, e.account_id, $3, $4, $5, $6 FROM entries e WHERE e.id = $1 RETURNING id`;

/** Who is named, fixed today. $1 the share, $2 the cohort, $3 memberships, $4 their accounts */
export const NAME = `INSERT INTO entry_share_recipients (share_id, cohort_id, membership_id, account_id)
  SELECT $1, $2, x.membership, x.account FROM unnest($3::uuid[], $4::uuid[]) AS x (membership, account)`;

/** $1 the share, $2 the entry, $3 the account, $4 now. Revoked once, it stays revoked since then. */
export const REVOKE = `UPDATE entry_shares SET revoked_at = coalesce(revoked_at, $4) WHERE id = $1 AND entry_id = $2 AND account_id = $3
  RETURNING id`;

/** $1 the share, $2 the account */
export const SHARE = `SELECT s.id, s.audience, s.version, s.purpose, s.granted_at AS "grantedAt", s.expires_at AS "expiresAt",
    (SELECT json_agg(r.membership_id) FROM entry_share_recipients r WHERE r.share_id = s.id) AS recipients
  FROM entry_shares s WHERE s.id = $1 AND s.account_id = $2`;

/** The receipt. $1 the entry, $2 the account, $3 how many */
export const READINGS = `SELECT r.reader_id AS "readerId", r.read_at AS "readAt", r.share_id AS "shareId", s.version
  FROM entry_readings r JOIN entry_shares s ON s.id = r.share_id WHERE r.entry_id = $1 AND r.account_id = $2
  ORDER BY r.read_at DESC, r.reader_id LIMIT $3`;
