import { DRAFT_MODULES } from '../draft.queries';

/** $1 the cohort: its draft, with what each thing was made after and what it is called in files, and its meetings' agendas. */
export const INTAKE = `SELECT ${DRAFT_MODULES} AS modules,
  (SELECT coalesce(jsonb_object_agg(s.id, s.copied_from), '{}') FROM (
    SELECT id, copied_from FROM modules WHERE cohort_id = $1 AND copied_from IS NOT NULL
    UNION ALL SELECT id, copied_from FROM activities WHERE cohort_id = $1 AND copied_from IS NOT NULL
    UNION ALL SELECT id, copied_from FROM meetings WHERE cohort_id = $1 AND copied_from IS NOT NULL) s) AS origins,
  (SELECT coalesce(jsonb_object_agg(s.id, s.slug), '{}') FROM (
    SELECT id, slug FROM modules WHERE cohort_id = $1 AND slug IS NOT NULL
    UNION ALL SELECT id, slug FROM activities WHERE cohort_id = $1 AND slug IS NOT NULL) s) AS slugs,
  (SELECT coalesce(jsonb_object_agg(id, agenda), '{}') FROM meetings WHERE cohort_id = $1) AS agendas`;
