import type { Locale } from '@opiring/contract/values';

export interface InterestRow {
  id: string;
  email: string;
  locale: Locale;
  consentedAt: Date;
}

/** $1 the slug */
export const PUBLISHED_PROGRAMME = `SELECT id, language FROM programmes WHERE slug = $1 AND published_at IS NOT NULL`;

/** $1 programme, $2 address, $3 language, $4 now */
export const ADD_INTEREST = `INSERT INTO interests (programme_id, email, locale, consented_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (programme_id, email) DO NOTHING`;

/** $1 the cohort whose programme is meant, $2 after which id, $3 how many. Newest first. */
export const INTERESTS = `SELECT i.id, i.email, i.locale, i.consented_at AS "consentedAt"
  FROM interests i JOIN cohorts c ON c.programme_id = i.programme_id
  WHERE c.id = $1 AND ($2::uuid IS NULL OR i.id < $2) ORDER BY i.id DESC LIMIT $3`;

/** $1 the interest: the cohorts of its programme, whose organizers answer for it. */
export const INTEREST_COHORTS = `SELECT c.id FROM interests i JOIN cohorts c ON c.programme_id = i.programme_id WHERE i.id = $1`;
