import { PUBLISHED } from '../curriculum.queries';
import { DRAFT_MODULES } from '../draft.queries';

/** $1 the cohort, $2 whether its draft is wanted: what is copied, with the names its things have in files. */
export const SOURCE = `SELECT CASE WHEN $2 THEN ${DRAFT_MODULES} ELSE e.content -> 'modules' END AS modules, e.number AS edition,
    (SELECT coalesce(jsonb_object_agg(s.id, s.slug), '{}') FROM (
      SELECT id, slug FROM modules WHERE cohort_id = $1 AND slug IS NOT NULL
      UNION ALL SELECT id, slug FROM activities WHERE cohort_id = $1 AND slug IS NOT NULL) s) AS slugs,
    (SELECT coalesce(jsonb_object_agg(s.id, s.copied_from), '{}') FROM (
      SELECT id, copied_from FROM modules WHERE cohort_id = $1 AND copied_from IS NOT NULL
      UNION ALL SELECT id, copied_from FROM activities WHERE cohort_id = $1 AND copied_from IS NOT NULL) s) AS origins
  FROM (SELECT) one LEFT JOIN (${PUBLISHED}) e ON true`;

/** $1 how many: ids in the order they will be used. */
export const NEW_IDS = `SELECT uuidv7() AS id FROM generate_series(1, $1::int) ORDER BY 1`;

/** $1 the copy */
export const COUNTS = `SELECT (SELECT count(*) FROM modules WHERE cohort_id = $1 AND copied_from IS NOT NULL)::int AS modules,
  (SELECT count(*) FROM activities WHERE cohort_id = $1 AND copied_from IS NOT NULL)::int AS activities,
  (SELECT count(*) FROM meetings WHERE cohort_id = $1 AND copied_from IS NOT NULL)::int AS meetings`;
