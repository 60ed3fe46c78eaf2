import { PUBLISHED } from '../curriculum.queries';

/** $1 the activity: where it is, and its materials in the draft, a retired one's included. */
export const MATERIALS_OF = `SELECT cohort_id AS "cohortId", materials FROM activities WHERE id = $1`;

/** $1 the cohort, $2 the activity, $3 the material, $4 whether every edition counts or only the published one. */
export const PUBLISHED_MATERIAL = `SELECT x -> 'file' AS file
  FROM (SELECT content FROM editions WHERE cohort_id = $1 AND $4 UNION ALL SELECT content FROM (${PUBLISHED}) p WHERE NOT $4) e,
    jsonb_array_elements(e.content -> 'modules') m, jsonb_array_elements(m -> 'activities') a, jsonb_array_elements(a -> 'materials') x
  WHERE a ->> 'id' = $2::uuid::text AND x ->> 'id' = $3::uuid::text LIMIT 1`;

/** $1 the cohort: what is published, modules and activities without materials left out. */
export const PUBLISHED_MATERIALS = `SELECT coalesce(json_agg(json_build_object('id', m ->> 'id', 'title', m -> 'title', 'activities',
    has.activities) ORDER BY m_at), '[]') AS modules
  FROM (${PUBLISHED}) e, jsonb_array_elements(e.content -> 'modules') WITH ORDINALITY AS o(m, m_at),
    LATERAL (SELECT json_agg(json_build_object('id', a ->> 'id', 'kind', a ->> 'kind', 'title', a -> 'title', 'materials', a -> 'materials')
      ORDER BY a_at) AS activities FROM jsonb_array_elements(m -> 'activities') WITH ORDINALITY AS i(a, a_at) WHERE a ? 'materials') has
  WHERE has.activities IS NOT NULL`;

/** $1 the cohort, $2 the file's hash, $3 its name */
export const ADD_FILE = `INSERT INTO material_files (cohort_id, hash, name) VALUES ($1, $2, $3) RETURNING id`;

/** $1 the cohort, $2 ids: files that were brought into the cohort. */
export const FILES_OF_COHORT = `SELECT m.id, m.hash, m.name, f.type, f.size::int AS size
  FROM material_files m JOIN stored_files f ON f.hash = m.hash WHERE m.cohort_id = $1 AND m.id = ANY($2::uuid[])`;

/** $1 the cohort: files of its draft that came with an archive become the cohort's, under the materials' own ids. */
export const REGISTER_FILES = `INSERT INTO material_files (id, cohort_id, hash, name)
  SELECT (x ->> 'id')::uuid, $1, x #>> '{file,hash}', x #>> '{file,name}' FROM activities a, jsonb_array_elements(a.materials) x
   WHERE a.cohort_id = $1 AND x ? 'file' ON CONFLICT (id) DO NOTHING`;

/** $1 the activity, $2 its materials */
export const SET_MATERIALS = `UPDATE activities SET materials = $2, revision = revision + 1 WHERE id = $1`;

/** Every file that a cohort's draft or one of its editions shows; what the draft retired counts, for it can come back. */
const SHOWN = `WITH shown AS (
    SELECT a.cohort_id, x ->> 'hash' AS hash, x ->> 'name' AS name FROM activities a, jsonb_path_query(a.materials, '$[*].file') x
    UNION SELECT e.cohort_id, x ->> 'hash', x ->> 'name' FROM editions e,
      jsonb_path_query(e.content, '$.modules[*].activities[*].materials[*].file') x)`;
/** What came into a cohort by a copy is its own from then on. */
export const KEEP_SHOWN = `${SHOWN} INSERT INTO material_files (cohort_id, hash, name)
  SELECT DISTINCT ON (s.cohort_id, s.hash) s.cohort_id, s.hash, s.name FROM shown s JOIN stored_files f ON f.hash = s.hash
   WHERE NOT EXISTS (SELECT FROM material_files m WHERE m.cohort_id = s.cohort_id AND m.hash = s.hash)`;
/** $1 since when: files that neither a draft nor an edition of the cohort shows any more. */
export const LET_GO = `${SHOWN} DELETE FROM material_files m
  WHERE m.created_at < $1 AND NOT EXISTS (SELECT FROM shown s WHERE s.cohort_id = m.cohort_id AND s.hash = m.hash)`;
