import { QUESTIONS } from './curriculum.queries';

/** $1 the cohort: its draft in order, each thing with the name it has in a file, and the programme's questions. */
export const DRAFT_FOR_FILE = `SELECT
  (SELECT coalesce(json_agg(json_build_object('id', m.id, 'slug', m.slug, 'title', m.title, 'purpose', m.purpose,
      'startsOn', m.starts_on, 'endsOn', m.ends_on, 'release', m.release, 'alongside', m.alongside, 'activities',
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'slug', a.slug, 'kind', a.kind, 'title', a.title,
          'instructions', a.instructions, 'required', a.required, 'minutes', a.minutes, 'opensOn', a.opens_on, 'release', a.release, 'link', a.link,
          'questionId', a.question_id, 'moment', a.moment, 'meetingId', a.meeting_id, 'frame', a.frame, 'materials', a.materials)
          ORDER BY a.position, a.id), '[]') FROM activities a WHERE a.module_id = m.id AND a.retired_at IS NULL))
      ORDER BY m.position, m.id), '[]') FROM modules m WHERE m.cohort_id = $1 AND m.retired_at IS NULL) AS modules,
  (SELECT coalesce(json_agg(q), '[]') FROM (${QUESTIONS}) q) AS questions,
  (SELECT p.title FROM programmes p JOIN cohorts c ON c.programme_id = p.id WHERE c.id = $1) AS title`;

const MODULE = 'position, slug, title, purpose, starts_on, ends_on, release, alongside';
/** $1 the cohort, $2 the modules; those with an id are there already and stay what they are. */
export const TAKE_MODULES = `INSERT INTO modules (id, cohort_id, ${MODULE})
  SELECT coalesce(r.id, uuidv7()), $1, ${MODULE.replace(/(\w+)/g, 'r.$1')} FROM jsonb_to_recordset($2::jsonb)
    AS r(id uuid, position int, slug text, title jsonb, purpose jsonb, starts_on date, ends_on date, release jsonb, alongside boolean)
  ON CONFLICT (id) DO UPDATE SET (${MODULE}, revision) = ROW (${MODULE.replace(/(\w+)/g, 'excluded.$1')}, modules.revision + 1)
  WHERE modules.retired_at IS NULL AND modules.cohort_id = $1`;

const ACTIVITY =
  'module_id, position, slug, kind, title, instructions, required, minutes, opens_on, release, link, question_id, moment, meeting_id, frame, materials';
/** $1 the cohort, $2 the activities, each with the name of its module. */
export const TAKE_ACTIVITIES = `INSERT INTO activities (id, cohort_id, ${ACTIVITY})
  SELECT coalesce(r.id, uuidv7()), $1, m.id, ${ACTIVITY.replace('module_id, ', '').replace(/(\w+)/g, 'r.$1')}
    FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, module text, position int, slug text, kind text, title jsonb,
      instructions jsonb, required boolean, minutes int, opens_on date, release jsonb, link text, question_id uuid, moment text,
      meeting_id uuid, frame text, materials jsonb)
    JOIN modules m ON m.cohort_id = $1 AND m.retired_at IS NULL AND m.slug = r.module
  ON CONFLICT (id) DO UPDATE SET (${ACTIVITY}, revision) = ROW (${ACTIVITY.replace(/(\w+)/g, 'excluded.$1')}, activities.revision + 1)
  WHERE activities.retired_at IS NULL AND activities.cohort_id = $1`;

/** $1 the cohort, $2 which, $3 when: retired, never deleted (rule 10). */
const retire = (table: string): string => `UPDATE ${table} SET retired_at = $3, revision = revision + 1
  WHERE cohort_id = $1 AND retired_at IS NULL AND id = ANY($2::uuid[])`;
export const RETIRE_MODULES = retire('modules');
export const RETIRE_ACTIVITIES = retire('activities');

/** $1 the cohort, $2 the things with their rules, which name things taken in just now. */
const open = (table: string): string => `UPDATE ${table} t SET release = r.release
  FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, release jsonb) WHERE t.id = r.id AND t.cohort_id = $1`;
export const OPEN_MODULES = open('modules');
export const OPEN_ACTIVITIES = open('activities');
