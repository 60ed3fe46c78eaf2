/** $1 modules brought back, before they are: what was retired together with each comes back with it. */
export const COMES_ALONG = `UPDATE activities a SET retired_at = NULL FROM modules m
  WHERE m.id = a.module_id AND m.id = ANY($1) AND a.retired_at = m.retired_at`;

/** $1 modules retired, $2 when */
export const GOES_ALONG = `UPDATE activities SET retired_at = $2 WHERE module_id = ANY($1) AND retired_at IS NULL`;

const standing = (table: string, parent: string): string =>
  `SELECT id, ${parent} AS parent FROM ${table} WHERE ${parent} = ANY($1) AND retired_at IS NULL ORDER BY position, id`;

/** $1 the parents: what stands in them, in order */
export const STANDING_ACTIVITIES = standing('activities', 'module_id');
export const STANDING_MODULES = standing('modules', 'cohort_id');

const placed = (table: string): string => `UPDATE ${table} t SET position = s.place
  FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, place int) WHERE t.id = s.id AND t.position <> s.place`;

/** $1 [{id, place}] */
export const PLACE_ACTIVITIES = placed('activities');
export const PLACE_MODULES = placed('modules');

/** $1 one of them: all that were made in the same request. */
export const MADE_TOGETHER = `SELECT a.id FROM activities a JOIN activities first ON first.id = $1
  WHERE a.module_id = first.module_id AND a.created_at = first.created_at ORDER BY a.position, a.id`;
