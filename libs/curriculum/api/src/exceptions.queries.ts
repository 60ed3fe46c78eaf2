/** $1 the cohort, $2 memberships: those of them who are leaders there, held so that two agreements wait for each other. */
export const HOLD_LEADERS = `SELECT m.id FROM memberships m
  WHERE m.cohort_id = $1 AND m.id = ANY($2::uuid[]) AND m.role = 'participant' AND m.ended_at IS NULL
  ORDER BY m.id FOR NO KEY UPDATE`;

/** $1 the cohort, $2 a module or null, $3 an activity or null. */
export const KNOWN_THING = `SELECT a.id FROM activities a WHERE a.cohort_id = $1 AND a.id = $3
  UNION ALL SELECT m.id FROM modules m WHERE m.cohort_id = $1 AND m.id = $2`;
