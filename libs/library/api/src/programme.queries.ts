import type { ProgrammeTexts, PublicProgrammeView } from '@opiring/contract/library';
import { PRINCIPLES, PUBLIC_SHELF, type ShelfRow } from './shelf.queries';

/** The public page as one row. */
export interface ProgrammeRow
  extends
    ShelfRow,
    Pick<
      PublicProgrammeView,
      'slug' | 'title' | 'language' | 'questions' | 'modules' | 'meetings' | 'intakes' | 'publishedAt'
    > {
  texts: Partial<ProgrammeTexts>;
  inclusiveQuestions: PublicProgrammeView['inclusiveQuestions'];
  timeZone: string | null;
}

export const questionsOf = (
  strand: string,
): string => `coalesce((SELECT json_agg(json_build_object('id', q.id, 'position', q.position,
    'strand', q.strand, 'version', v.version, 'text', v.text) ORDER BY q.position)
  FROM guiding_questions q JOIN LATERAL (SELECT w.version, w.text FROM guiding_question_versions w
    WHERE w.question_id = q.id ORDER BY w.version DESC LIMIT 1) v ON true
  WHERE q.programme_id = p.id AND q.strand = '${strand}'), '[]')`;

const MODULES = `coalesce((SELECT json_agg(json_build_object('title', o -> 'title', 'startsOn', o -> 'startsOn', 'endsOn', o -> 'endsOn',
    'alongside', o -> 'alongside') ORDER BY n)
  FROM (SELECT e.content FROM editions e WHERE e.cohort_id = newest.id ORDER BY e.number DESC LIMIT 1) published,
    jsonb_array_elements(published.content -> 'modules') WITH ORDINALITY AS listed(o, n)), '[]')`;

const MEETINGS = `coalesce((SELECT json_agg(json_build_object('position', t.position, 'title', t.title, 'about', t.about, 'place', t.place,
    'startsAt', t.starts_at, 'endsAt', t.ends_at) ORDER BY t.starts_at, t.id)
  FROM meetings t WHERE t.cohort_id = newest.id AND t.cancelled_at IS NULL), '[]')`;

const INTAKES = `coalesce((SELECT json_agg(json_build_object('name', c.name, 'startsOn', c.starts_on, 'endsOn', c.ends_on,
    'leaders', n.leaders, 'municipalities', n.municipalities) ORDER BY c.starts_on DESC, c.id)
  FROM cohorts c LEFT JOIN LATERAL (SELECT count(*) AS leaders, count(DISTINCT nullif(m.municipality, '')) AS municipalities
    FROM memberships m WHERE m.cohort_id = c.id AND m.role = 'participant' AND m.ended_at IS NULL HAVING count(*) >= 5) n ON true
  WHERE c.programme_id = p.id), '[]')`;

/** $1 the slug of a published programme. Modules and meetings are the newest intake's; counts of five or more, never names. */
export const PUBLIC_PROGRAMME = `SELECT p.slug, p.title, p.language, p.texts, p.published_at AS "publishedAt",
    ${questionsOf('main')} AS questions, ${questionsOf('inclusive')} AS "inclusiveQuestions",
    ${MODULES} AS modules, ${MEETINGS} AS meetings, ${INTAKES} AS intakes, newest.time_zone AS "timeZone",
    ${PUBLIC_SHELF}, ${PRINCIPLES}
  FROM programmes p
  LEFT JOIN LATERAL (SELECT c.id, c.time_zone FROM cohorts c WHERE c.programme_id = p.id ORDER BY c.starts_on DESC, c.id LIMIT 1) newest ON true
  WHERE p.slug = $1 AND p.published_at IS NOT NULL`;
