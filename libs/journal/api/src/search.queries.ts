import { placeOf } from '@opiring/platform/api';
import { OPEN } from './entry.queries';

/**
 * Each word as it may stand in a list of stems: by the three dictionaries and in its other grades, with whatever ending; all words
 * must be found. $1 the words, $2 other grades of them.
 */
export const WORDS = `SELECT string_agg('(' || alternatives || ')', ' & ') AS query FROM (
  SELECT (SELECT string_agg(DISTINCT quote_literal(stem) || CASE WHEN length(stem) > 2 THEN ':*' ELSE '' END, ' | ')
    FROM unnest(ts_lexize('estonian_stem', w.word) || ts_lexize('russian_stem', w.word) || ts_lexize('english_stem', w.word)
      || string_to_array(nullif(w.grades, ''), ' ')) AS stem) AS alternatives
  FROM unnest($1::text[], $2::text[]) AS w (word, grades)) x WHERE alternatives IS NOT NULL`;

const FOUND = (
  t: string,
): string => `${t}.author_id AS "authorId", ${t}.activity_id AS "activityId", ${t}.question_id AS "questionId",
  ${t}.question_version AS "questionVersion", ${t}.moment, ${t}.title, ${t}.body, ${t}.lang, ${t}.findable`;

/** Own entries of these memberships, and of what others shared with them the version that is open now. */
const MINE_AND_GIVEN = `SELECT e.id, true AS mine, e.created_at AS at, ${FOUND('e')} FROM entries e WHERE e.author_id = ANY($1)
  UNION ALL SELECT g.id, false, g.granted_at, ${FOUND('v')}
    FROM (SELECT DISTINCT ON (s.entry_id) s.entry_id AS id, s.version, s.granted_at
            FROM entry_share_recipients r JOIN entry_shares s ON s.id = r.share_id
           WHERE r.membership_id = ANY($1) AND ${OPEN} ORDER BY s.entry_id, s.granted_at DESC) g
    JOIN entry_versions v ON v.entry_id = g.id AND v.number = g.version`;

/**
 * $1 the viewer's memberships in the cohort, $2 the words as a query or nothing, $3 question, $4 module, $5 $6 days, $7 their time
 * zone, $8 $9 the place after which to begin, $10 how many, $11 whether the words are Cyrillic. A hit stands between two signs that
 * no text can hold then, so that what goes out is plain words and never markup.
 */
export const SEARCH = `SELECT t.id, t.mine, t.at, ${placeOf('t.at')} AS place, t."authorId", t."activityId", t."questionId",
    t."questionVersion", t.moment, t.title, t.lang, q.position AS "questionPosition", w.text AS "questionText",
    CASE WHEN $2::text IS NULL THEN left(app.plain(t.body), 200) ELSE ts_headline(
      CASE WHEN $11 OR t.lang <> 'et' THEN 'russian'::regconfig ELSE 'estonian'::regconfig END,
      translate(left(app.plain(t.body), 60000), E'\\x02\\x03', ''), $2::tsquery,
      E'StartSel=\\x02, StopSel=\\x03, MaxWords=34, MinWords=16, MaxFragments=1') END AS snippet
  FROM (SELECT * FROM (${MINE_AND_GIVEN}) x
    WHERE ($2::text IS NULL OR x.findable @@ $2::tsquery) AND ($3::uuid IS NULL OR x."questionId" = $3)
      AND ($4::uuid IS NULL OR x."activityId" IN (SELECT a.id FROM activities a WHERE a.module_id = $4))
      AND ($5::date IS NULL OR (x.at AT TIME ZONE $7)::date >= $5) AND ($6::date IS NULL OR (x.at AT TIME ZONE $7)::date <= $6)
      AND ($8::timestamptz IS NULL OR (x.at, x.id) < ($8, $9::uuid))
    ORDER BY x.at DESC, x.id DESC LIMIT $10) t
  LEFT JOIN guiding_questions q ON q.id = t."questionId"
  LEFT JOIN guiding_question_versions w ON w.question_id = t."questionId" AND w.version = t."questionVersion"
  ORDER BY t.at DESC, t.id DESC`;
