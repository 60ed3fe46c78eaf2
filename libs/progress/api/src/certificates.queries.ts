import type { CertificateKind, CertificateStanding } from '@opiring/contract/certificates';
import type { Showable } from '@opiring/contract/certificates.values';
import type { CertificateContent } from './certificate-content';

/** One version of a paper as it is kept, with what became of it. */
export interface CertificateRow {
  id: string;
  cohortId: string;
  membershipId: string;
  accountId: string;
  number: string;
  version: number;
  kind: CertificateKind;
  code: string;
  content: CertificateContent;
  standing: CertificateStanding;
  reason: string;
  issuedAt: Date;
  issuedBy: string | null;
  revokedAt: Date | null;
  revokedBy: string | null;
  revocationReason: string | null;
  shown: Showable[] | null;
}

const ROWS = `SELECT c.id, c.cohort_id AS "cohortId", c.membership_id AS "membershipId", m.account_id AS "accountId", c.number, c.version,
    c.kind, c.code, c.content, c.reason, c.issued_at AS "issuedAt", a.name AS "issuedBy", r.revoked_at AS "revokedAt",
    r.reason AS "revocationReason", b.name AS "revokedBy", x.shown,
    CASE WHEN r.certificate_id IS NOT NULL THEN 'revoked'
         WHEN EXISTS (SELECT FROM certificates later WHERE later.membership_id = c.membership_id AND later.version > c.version)
         THEN 'replaced' ELSE 'valid' END AS standing
  FROM certificates c JOIN memberships m ON m.id = c.membership_id LEFT JOIN accounts a ON a.id = c.issued_by
  LEFT JOIN certificate_revocations r ON r.certificate_id = c.id LEFT JOIN accounts b ON b.id = r.revoked_by
  LEFT JOIN certificate_showings x ON x.membership_id = c.membership_id`;

/** $1 the cohort; newest version first. */
export const CERTIFICATES_IN = `${ROWS} WHERE c.cohort_id = $1 ORDER BY c.membership_id, c.version DESC`;
/** $1 the account */
export const CERTIFICATES_OF = `${ROWS} WHERE m.account_id = $1 ORDER BY c.issued_at DESC, c.version DESC LIMIT 200`;
/** $1 one version's id */
export const CERTIFICATE = `${ROWS} WHERE c.id = $1`;

/** Takes the cohort's series for this transaction, so that numbers follow each other. $1 the cohort */
export const HOLD_SERIES = `SELECT prefix, last FROM certificate_series WHERE cohort_id = $1 FOR UPDATE`;
/** $1 the cohort, $2 its letters. Nothing where another cohort has them. */
export const BEGIN_SERIES = `INSERT INTO certificate_series (cohort_id, prefix) VALUES ($1, $2) ON CONFLICT DO NOTHING`;
/** $1 the cohort, $2 the last number given */
export const COUNT_SERIES = `UPDATE certificate_series SET last = $2 WHERE cohort_id = $1`;

/** $1 cohort, $2 by whom, $3 when, $4 the papers as a list */
export const ISSUE = `INSERT INTO certificates (cohort_id, issued_by, issued_at, membership_id, number, version, kind, code, content, reason)
  SELECT $1::uuid, $2::uuid, $3::timestamptz, o."membershipId", o.number, o.version, o.kind, o.code, o.content, o.reason
    FROM jsonb_to_recordset($4::jsonb) AS o("membershipId" uuid, number text, version int, kind text, code text, content jsonb, reason text)`;

/** $1 the cohort, $2 hashes: papers keep the logos they were issued with. */
export const KEEP_LOGOS = `INSERT INTO certificate_logos (cohort_id, hash) SELECT $1, h FROM unnest($2::text[]) h ON CONFLICT DO NOTHING`;

/** $1 certificate, $2 cohort, $3 reason, $4 by whom, $5 when */
export const REVOKE = `INSERT INTO certificate_revocations (certificate_id, cohort_id, reason, revoked_by, revoked_at) VALUES ($1, $2, $3, $4, $5)`;

/** $1 membership, $2 what is shown, $3 when */
export const SHOW = `INSERT INTO certificate_showings (membership_id, shown, chosen_at) VALUES ($1, $2, $3)
  ON CONFLICT (membership_id) DO UPDATE SET shown = excluded.shown, chosen_at = excluded.chosen_at`;
