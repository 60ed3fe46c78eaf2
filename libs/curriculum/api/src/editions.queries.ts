import { PUBLISHED } from './curriculum.queries';
import { DRAFT_MODULES } from './draft.queries';

/** $1 the cohort, $2 the edition at the end of the page before, $3 how many; newest first */
export const EDITIONS = `SELECT e.id, e.cohort_id AS "cohortId", e.number, e.published_at AS "publishedAt", a.name AS "publishedBy"
  FROM editions e LEFT JOIN accounts a ON a.id = e.published_by
  WHERE e.cohort_id = $1 AND ($2::uuid IS NULL OR e.number < (SELECT l.number FROM editions l WHERE l.id = $2))
  ORDER BY e.number DESC LIMIT $3`;

/** $1 the cohort, $2 the edition */
export const EDITION = `SELECT e.id, e.cohort_id AS "cohortId", e.number, e.published_at AS "publishedAt", a.name AS "publishedBy",
    e.content -> 'modules' AS modules
  FROM editions e LEFT JOIN accounts a ON a.id = e.published_by WHERE e.cohort_id = $1 AND e.id = $2`;

/** Done facts by activity, of those who are leaders now: by one's own deed, or by having been at the meeting. Below five stays unsaid. */
const DONE = `SELECT json_object_agg(d.activity_id, d.n) FROM (
  SELECT f.activity_id, count(DISTINCT f.membership_id) AS n FROM (
    SELECT activity_id, membership_id FROM activity_facts WHERE cohort_id = $1 AND done_at IS NOT NULL
    UNION ALL
    SELECT a.id, t.membership_id FROM activities a JOIN attendances t ON t.meeting_id = a.meeting_id
     WHERE a.cohort_id = $1 AND t.state IN ('present', 'online', 'part')) f
    JOIN memberships m ON m.id = f.membership_id AND m.role = 'participant' AND m.ended_at IS NULL
   GROUP BY f.activity_id HAVING count(DISTINCT f.membership_id) >= 5) d`;

/** $1 the cohort: the draft, what is published, and how many have done what, in one statement. */
export const CHANGES = `SELECT ${DRAFT_MODULES} AS draft,
  (SELECT to_json(e) FROM (${PUBLISHED}) e) AS published, coalesce((${DONE}), '{}') AS done`;

const MODULES = `SELECT (o.m ->> 'id')::uuid AS id, o.m -> 'title' AS title, o.m -> 'purpose' AS purpose, (o.m ->> 'startsOn')::date AS starts_on,
    (o.m ->> 'endsOn')::date AS ends_on, o.m -> 'release' AS release, (o.m ->> 'alongside')::boolean AS alongside, o.n::int - 1 AS position, o.m -> 'activities' AS activities
  FROM editions e, jsonb_array_elements(e.content -> 'modules') WITH ORDINALITY AS o(m, n) WHERE e.cohort_id = $1 AND e.id = $2`;

const ACTIVITIES = `SELECT (o.a ->> 'id')::uuid AS id, m.id AS module_id, o.a -> 'title' AS title, o.a -> 'instructions' AS instructions,
    (o.a ->> 'required')::boolean AS required, (o.a ->> 'minutes')::int AS minutes, (o.a ->> 'opensOn')::date AS opens_on, o.a -> 'release' AS release,
    o.a ->> 'link' AS link, o.a ->> 'frame' AS frame, coalesce(o.a -> 'materials', '[]') AS materials, o.n::int - 1 AS position
  FROM (${MODULES}) m, jsonb_array_elements(m.activities) WITH ORDINALITY AS o(a, n)`;

const back = (table: string, columns: readonly string[], source: string): string => `WITH old AS (${source})
  UPDATE ${table} t SET (${columns.join(', ')}, retired_at, revision) = ROW(${columns.map((c) => `old.${c}`).join(', ')}, NULL, t.revision + 1)
    FROM old WHERE t.id = old.id AND t.cohort_id = $1
     AND (${columns.map((c) => `t.${c}`).join(', ')}, t.retired_at)
       IS DISTINCT FROM (${columns.map((c) => `old.${c}`).join(', ')}, NULL::timestamptz)`;

const away = (table: string, source: string): string => `WITH old AS (${source})
  UPDATE ${table} t SET retired_at = $3, revision = t.revision + 1
   WHERE t.cohort_id = $1 AND t.retired_at IS NULL AND t.id NOT IN (SELECT id FROM old)`;

/** Bring an edition back into the draft. $1 the cohort, $2 the edition. What is the same keeps its revision. */
export const BRING_BACK = [
  back('modules', ['title', 'purpose', 'starts_on', 'ends_on', 'release', 'alongside', 'position'], MODULES),
  back(
    'activities',
    [
      'module_id',
      'title',
      'instructions',
      'required',
      'minutes',
      'opens_on',
      'release',
      'link',
      'frame',
      'materials',
      'position',
    ],
    ACTIVITIES,
  ),
] as const;

/** Retire what the edition does not have. $3 when */
export const PUT_AWAY = [away('activities', ACTIVITIES), away('modules', MODULES)] as const;
