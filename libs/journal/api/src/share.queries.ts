import { OPEN, VERSION_GIVEN } from './entry.queries';

/** Sharing again supersedes. $1 the entry, $2 the audience, $3 now */
export const SUPERSEDE = `UPDATE entry_shares SET revoked_at = $3, ended_by = 'superseded' WHERE entry_id = $1 AND audience = $2 AND revoked_at IS NULL`;

/** $1 the entry, $2 version, $3 audience, $4 purpose, $5 now, $6 until when, $7 or until the end of which day, $8 whether an offer is invited. No row where its end is past. */
export const GIVE = `INSERT INTO entry_shares (entry_id, version, cohort_id, author_id, account_id, audience, purpose, granted_at, expires_at, until_on, offer)
  SELECT e.id, $2, e.cohort_id, e.author_id, e.account_id, $3, $4, $5, t.ends, $7::date, $8
    FROM entries e JOIN cohorts c ON c.id = e.cohort_id,
      LATERAL (SELECT coalesce($6::timestamptz, ($7::date + 1)::timestamp AT TIME ZONE c.time_zone) AS ends) t
   WHERE e.id = $1 AND coalesce(t.ends > $5, true) RETURNING id`;

/** Who is named, fixed today. $1 the share, $2 the cohort, $3 memberships, $4 their accounts */
export const NAME = `INSERT INTO entry_share_recipients (share_id, cohort_id, membership_id, account_id)
  SELECT $1, $2, x.membership, x.account FROM unnest($3::uuid[], $4::uuid[]) AS x (membership, account)`;

/** $1 the share, $2 the entry, $3 the account, $4 now. Revoked once, it stays revoked since then. */
export const REVOKE = `UPDATE entry_shares SET revoked_at = coalesce(revoked_at, $4), ended_by = coalesce(ended_by, 'withdrawn')
  WHERE id = $1 AND entry_id = $2 AND account_id = $3
  RETURNING id`;

const GIVEN = `s.id, s.audience, s.version, s.purpose, s.granted_at AS "grantedAt", s.expires_at AS "expiresAt", s.until_on::text AS until, s.offer,
    ${VERSION_GIVEN}, (SELECT json_agg(r.membership_id) FROM entry_share_recipients r WHERE r.share_id = s.id) AS recipients`;
const GIVEN_FROM = `entry_shares s JOIN entries e ON e.id = s.entry_id JOIN entry_versions v ON v.entry_id = s.entry_id AND v.number = s.version`;

/** $1 the share, $2 the account */
export const SHARE = `SELECT ${GIVEN} FROM ${GIVEN_FROM} WHERE s.id = $1 AND s.account_id = $2`;

/** Everything ever given of an entry, and who opened it. $1 the entry, $2 the account, $3 how many shares, $4 how many openings of each */
export const RECEIPT = `SELECT ${GIVEN}, CASE WHEN ${OPEN} THEN 'open' WHEN s.expires_at <= coalesce(s.revoked_at, now()) THEN 'expired'
      ELSE coalesce(s.ended_by, 'withdrawn') END AS state,
    CASE WHEN NOT (${OPEN}) THEN least(s.revoked_at, s.expires_at) END AS "endedAt",
    (SELECT coalesce(json_agg(o ORDER BY o."readAt" DESC, o."readerId"), '[]') FROM (
      SELECT r.reader_id AS "readerId", r.read_at AS "readAt" FROM entry_readings r WHERE r.share_id = s.id ORDER BY r.read_at DESC LIMIT $4) o) AS openings
  FROM ${GIVEN_FROM} WHERE s.entry_id = $1 AND s.account_id = $2 ORDER BY s.granted_at DESC, s.id DESC LIMIT $3`;

/** The readings alone. $1 the entry, $2 the account, $3 how many */
export const READINGS = `SELECT r.reader_id AS "readerId", r.read_at AS "readAt", r.share_id AS "shareId", s.version
  FROM entry_readings r JOIN entry_shares s ON s.id = r.share_id WHERE r.entry_id = $1 AND r.account_id = $2
  ORDER BY r.read_at DESC, r.reader_id LIMIT $3`;
