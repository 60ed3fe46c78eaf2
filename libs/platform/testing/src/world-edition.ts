import type pg from 'pg';

/** The draft as an edition keeps it: modules in order, each with its activities in order. */
const CONTENT = `
  SELECT jsonb_build_object('modules', coalesce(jsonb_agg(jsonb_build_object(
    'id', m.id, 'title', m.title, 'purpose', m.purpose, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'alongside', m.alongside) || jsonb_strip_nulls(jsonb_build_object('release', m.release)) || jsonb_build_object(
    'activities', coalesce((SELECT jsonb_agg(jsonb_build_object(
      'id', a.id, 'moduleId', a.module_id, 'kind', a.kind, 'title', a.title, 'instructions', a.instructions,
      'required', a.required, 'minutes', a.minutes, 'opensOn', a.opens_on, 'link', a.link,
      'questionId', a.question_id, 'moment', a.moment, 'meetingId', a.meeting_id) || jsonb_strip_nulls(jsonb_build_object('release', a.release)) ORDER BY a.position)
      FROM activities a WHERE a.module_id = m.id AND a.retired_at IS NULL), '[]'::jsonb)) ORDER BY m.position), '[]'::jsonb)) AS content
    FROM modules m WHERE m.cohort_id = $1 AND m.retired_at IS NULL`;

export async function publishEdition(database: pg.Client, cohortId: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO editions (cohort_id, number, content)
     SELECT $1, (SELECT count(*) + 1 FROM editions WHERE cohort_id = $1), (${CONTENT}) RETURNING id`,
    [cohortId],
  );
  const [row] = rows;
  if (!row) throw new Error('Nothing was published.');
  return row.id;
}
