import { PUBLISHED, QUESTIONS } from './curriculum.queries';

const ACTIVITY = `jsonb_build_object('id', a.id, 'moduleId', a.module_id, 'kind', a.kind, 'title', a.title, 'instructions', a.instructions,
  'required', a.required, 'minutes', a.minutes, 'opensOn', a.opens_on, 'link', a.link, 'questionId', a.question_id,
  'moment', a.moment, 'meetingId', a.meeting_id) || CASE WHEN a.frame IS NULL THEN '{}' ELSE jsonb_build_object('frame', a.frame) END
  || CASE WHEN a.release IS NULL THEN '{}' ELSE jsonb_build_object('release', a.release) END
  || CASE WHEN a.materials = '[]' THEN '{}' ELSE jsonb_build_object('materials', a.materials) END`;
const MODULE = `jsonb_build_object('id', m.id, 'title', m.title, 'purpose', m.purpose, 'startsOn', m.starts_on, 'endsOn', m.ends_on,
  'alongside', m.alongside) || CASE WHEN m.release IS NULL THEN '{}' ELSE jsonb_build_object('release', m.release) END`;

/** The draft in the shape of an edition; `extra` adds to each object what only the draft's view needs. */
const modules = (
  extra: (alias: string) => string,
): string => `(SELECT coalesce(jsonb_agg(${MODULE} || ${extra('m')} ||
    jsonb_build_object('activities', coalesce((SELECT jsonb_agg(${ACTIVITY} || ${extra('a')} ORDER BY a.position, a.id)
      FROM activities a WHERE a.module_id = m.id AND a.retired_at IS NULL), '[]'::jsonb)) ORDER BY m.position, m.id), '[]'::jsonb)
  FROM modules m WHERE m.cohort_id = $1 AND m.retired_at IS NULL)`;

/** $1 the cohort: the draft with the revisions to edit it by. */
export const DRAFT_MODULES = modules((alias) => `jsonb_build_object('revision', ${alias}.revision)`);

/** $1 the cohort: draft, published edition and questions in one statement. */
export const DRAFT = `SELECT ${DRAFT_MODULES} AS draft,
  (SELECT to_json(e) FROM (${PUBLISHED}) e) AS published,
  (SELECT coalesce(json_agg(q), '[]') FROM (${QUESTIONS}) q) AS questions`;

/** $1 the cohort: the draft as publishing would keep it, and the questions. Nobody's facts. */
export const DRAFT_CONTENT = `SELECT jsonb_build_object('modules', ${modules(() => `'{}'::jsonb`)}) AS content,
  (SELECT coalesce(json_agg(q), '[]') FROM (${QUESTIONS}) q) AS questions`;

/** $1 the cohort, $2 who, $3 when. Makes no row where nothing is different, nor a first edition of nothing. */
export const PUBLISH = `INSERT INTO editions (cohort_id, number, content, published_by, published_at)
  SELECT $1::uuid, coalesce(last.number, 0) + 1, fresh.content, $2::uuid, $3::timestamptz
    FROM (SELECT jsonb_build_object('modules', ${modules(() => `'{}'::jsonb`)}) AS content) fresh
    LEFT JOIN (${PUBLISHED}) last ON true
   WHERE fresh.content IS DISTINCT FROM coalesce(last.content, '{"modules": []}')
  RETURNING id`;

/** One change of a cohort's draft at a time; others may go on writing in the cohort meanwhile. $1 the cohort */
export const LOCK = `SELECT id FROM cohorts WHERE id = $1 FOR NO KEY UPDATE`;

/** Positions stay dense from 0 whatever moves. $1 the parent, $2 what moves, $3 its place; without $2 the ranks only close. */
const ranked = (table: string, parent: string): string => `WITH others AS (
    SELECT id, row_number() OVER (ORDER BY position, id) - 1 AS i FROM ${table}
     WHERE ${parent} = $1 AND retired_at IS NULL AND ($2::uuid IS NULL OR id <> $2)),
  placed AS (
    SELECT id, CASE WHEN i < coalesce($3::int, 1000000) THEN i ELSE i + 1 END AS place FROM others
    UNION ALL SELECT $2::uuid, least($3::int, (SELECT count(*) FROM others)) WHERE $2::uuid IS NOT NULL)
  UPDATE ${table} t SET position = placed.place FROM placed WHERE t.id = placed.id AND t.position <> placed.place`;

export const RANK_MODULES = ranked('modules', 'cohort_id');
export const RANK_ACTIVITIES = ranked('activities', 'module_id');

/** $1 the cohort, $2 the question: whether an answer may name it. */
export const QUESTION_OF_COHORT = `SELECT EXISTS (SELECT FROM guiding_questions q JOIN cohorts c ON c.programme_id = q.programme_id
  WHERE c.id = $1 AND q.id = $2) AS there`;
