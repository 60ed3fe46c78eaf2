import type { TokenView } from '@opiring/contract/systems';

export interface TokenRow extends Omit<TokenView, 'madeAt' | 'expiresAt'> {
  cohortId: string;
  madeAt: Date;
  expiresAt: Date;
}

const TOKEN = `SELECT t.id, t.cohort_id AS "cohortId", t.name, t.beginning, t.scopes, a.name AS "madeBy", t.made_at AS "madeAt",
    t.expires_at AS "expiresAt", t.last_used_on::text AS "lastUsedOn",
    CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= now() THEN 'expired'
         WHEN m.ended_at IS NOT NULL OR a.disabled_at IS NOT NULL THEN 'left' ELSE 'standing' END AS standing
  FROM api_tokens t JOIN memberships m ON m.id = t.made_by JOIN accounts a ON a.id = m.account_id`;

/** $1 the cohort; newest first. */
export const TOKENS_IN = `${TOKEN} WHERE t.cohort_id = $1 ORDER BY t.id DESC LIMIT 200`;
/** $1 the token */
export const TOKEN_BY_ID = `${TOKEN} WHERE t.id = $1`;
/** $1 cohort, $2 membership, $3 name, $4 beginning, $5 hash, $6 scopes, $7 now, $8 days */
export const MAKE_TOKEN = `INSERT INTO api_tokens (cohort_id, made_by, name, beginning, token_hash, scopes, made_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $7::timestamptz + make_interval(days => $8)) RETURNING id`;
/** $1 the token, $2 now */
export const REVOKE_TOKEN = `UPDATE api_tokens SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1`;
