import { FACTS, FACTS_OF_ONE } from './activity-facts.queries';

/** $1 the cohort: the newest edition is the published one. */
export const PUBLISHED = `SELECT id, number, published_at AS "publishedAt", content FROM editions
  WHERE cohort_id = $1 ORDER BY number DESC LIMIT 1`;

/** $1 the cohort, $2 the activity */
export const PUBLISHED_ACTIVITY = `SELECT a AS activity FROM (${PUBLISHED}) e,
    jsonb_array_elements(e.content -> 'modules') m, jsonb_array_elements(m -> 'activities') a WHERE a ->> 'id' = $2::uuid::text`;

/** $1 the cohort. Each question in its newest words. */
export const QUESTIONS = `SELECT q.id, q.position, q.strand, v.version, v.text
  FROM cohorts c JOIN guiding_questions q ON q.programme_id = c.programme_id
  JOIN LATERAL (SELECT version, text FROM guiding_question_versions WHERE question_id = q.id ORDER BY version DESC LIMIT 1) v ON true
  WHERE c.id = $1 ORDER BY q.strand = 'inclusive', q.position`;

/** $1 the cohort, $2 the question */
export const QUESTION = `SELECT * FROM (${QUESTIONS}) q WHERE q.id = $2`;

/** $1 the cohort: what is published, and the questions. Nobody's facts. */
export const PUBLISHED_CONTENT = `SELECT (SELECT content FROM (${PUBLISHED}) e) AS content,
  (SELECT coalesce(json_agg(q), '[]') FROM (${QUESTIONS}) q) AS questions`;

/** The newest edition, with its content where `known` is another: editions never change. */
const newest = (known: string): string => `SELECT json_build_object('id', e.id, 'content',
    CASE WHEN e.id = ${known}::uuid THEN NULL ELSE e.content END) FROM editions e WHERE e.cohort_id = $1 ORDER BY e.number DESC LIMIT 1`;
const overview = (facts: string, known: string): string => `SELECT (${newest(known)}) AS edition,
  (SELECT coalesce(json_agg(q), '[]') FROM (${QUESTIONS}) q) AS questions,
  (SELECT coalesce(json_agg(f), '[]') FROM (${facts}) f) AS facts`;

/** $1 the cohort. One statement for a whole fold: with everybody's facts ($2 the edition known), or the membership $2's alone ($3 it). */
export const OVERVIEW = overview(FACTS, '$2');
export const OVERVIEW_OF_ONE = overview(FACTS_OF_ONE, '$3');
