import type { PageView, ProgrammeTexts } from '@opiring/contract/library';
import { questionsOf } from './programme.queries';
import { partnersBy } from './shelf.queries';

/** The page as its writers have it. */
export interface PageRow extends Omit<PageView, 'texts' | 'can'> {
  id: string;
  texts: Partial<ProgrammeTexts>;
  /** Of its cohorts: whoever organizes one of them writes the page. */
  cohorts: string[];
}

/** $1 the slug; published or not. */
export const PAGE = `SELECT p.id, p.slug, p.title, p.language, p.texts, p.published_at AS "publishedAt", p.revision,
    coalesce((SELECT json_agg(c.id) FROM cohorts c WHERE c.programme_id = p.id), '[]') AS cohorts,
    ${questionsOf('main')} AS questions, ${questionsOf('inclusive')} AS "inclusiveQuestions", ${partnersBy('page/logos')} AS partners
  FROM programmes p WHERE p.slug = $1`;

/** One change of a page at a time. $1 the slug */
export const HOLD_PAGE = `SELECT id FROM programmes WHERE slug = $1 FOR NO KEY UPDATE`;

/** $1 the programme, $2 title, $3 texts */
export const CHANGE_PAGE = `UPDATE programmes SET title = $2, texts = $3, revision = revision + 1 WHERE id = $1`;

/** $1 the programme, $2 when. Published already, it keeps its day. */
export const PUBLISH_PAGE = `UPDATE programmes SET published_at = $2, revision = revision + 1 WHERE id = $1 AND published_at IS NULL`;
/** $1 the programme */
export const WITHDRAW_PAGE = `UPDATE programmes SET published_at = NULL, revision = revision + 1 WHERE id = $1 AND published_at IS NOT NULL`;
