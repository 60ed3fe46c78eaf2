import { occasion, words } from './entry.queries';

/** A version as its author wrote it: with what is folded, which only they can open. */
const WHOLE = `entry_versions v LEFT JOIN whole_versions w ON w.entry_id = v.entry_id AND w.number = v.number`;

/**
 * Keeps an entry's text as it stands, or another text of it, and tells its number. A text that is the newest already is
 * not kept twice, nor is one that lost a conflict and stands anywhere among the versions. What is folded stands apart.
 * $1 the entry, $2 what for, $3 now, $4 title, $5 body and $6 lang of the other text or nothing.
 * Whoever asks holds the entry, so numbers cannot collide.
 */
export const KEEP = `WITH given AS (SELECT e.id, e.cohort_id, e.author_id, e.account_id, e.activity_id, e.question_id, e.question_version, e.moment,
    CASE WHEN $5::jsonb IS NULL THEN e.title ELSE $4 END AS title, coalesce($5::jsonb, e.body) AS body, coalesce($6, e.lang) AS lang
  FROM entries e WHERE e.id = $1),
kept AS (SELECT v.number, v.title, coalesce(w.body, v.body) AS body, v.lang FROM ${WHOLE} WHERE v.entry_id = $1),
same AS (SELECT max(k.number) AS number FROM kept k, given g WHERE (k.title, k.body, k.lang) = (g.title, g.body, g.lang)
  AND ($2 = 'conflict' OR k.number = (SELECT max(number) FROM kept))),
version AS (INSERT INTO entry_versions (entry_id, number, cohort_id, author_id, account_id, activity_id, question_id, question_version, moment,
    title, body, lang, kept_for, created_at)
  SELECT g.id, coalesce((SELECT max(number) FROM kept), 0) + 1, g.cohort_id, g.author_id, g.account_id, g.activity_id, g.question_id,
    g.question_version, g.moment, g.title, app.shareable(g.body), g.lang, $2, $3 FROM given g WHERE (SELECT number FROM same) IS NULL
  RETURNING number),
whole AS (INSERT INTO whole_versions (entry_id, number, account_id, body)
  SELECT g.id, n.number, g.account_id, g.body FROM given g, version n WHERE g.body <> app.shareable(g.body))
SELECT coalesce((SELECT number FROM version), (SELECT number FROM same)) AS number`;

/** The author's alone: $1 the entry, $2 the account, $3 below which number, $4 how many */
export const VERSIONS = `SELECT v.number, v.kept_for AS "keptFor", v.created_at AS "createdAt", v.title FROM entry_versions v
  WHERE v.entry_id = $1 AND v.account_id = $2 AND ($3::int IS NULL OR v.number < $3) ORDER BY v.number DESC LIMIT $4`;

/** $1 the entry, $2 the account, $3 the number */
export const VERSION = `SELECT v.number, v.kept_for AS "keptFor", v.created_at AS "createdAt", v.title, coalesce(w.body, v.body) AS body, v.lang
  FROM ${WHOLE} WHERE v.entry_id = $1 AND v.account_id = $2 AND v.number = $3`;

/** $1 the entry, $2 the number */
export const VERSION_ID = `SELECT id FROM entry_versions WHERE entry_id = $1 AND number = $2`;

/** $1 the version's id, $2 the account */
export const KEPT = `SELECT v.number, v.kept_for AS "keptFor", v.created_at AS "createdAt", v.title FROM entry_versions v
  WHERE v.id = $1 AND v.account_id = $2`;

/** What a reader would get. $1 the entry, $2 the account, $3 a version, or nothing for the text that stands */
export const PREVIEW = `SELECT ${occasion('t')}, t.title, app.shareable(t.body) AS body, t.lang, app.words(app.shareable(t.body)) AS words,
    jsonb_array_length(jsonb_path_query_array(t.body, '$.content[*] ? (@.type == "fold")')) AS folds
  FROM (SELECT e.activity_id, e.question_id, e.question_version, e.moment, e.title, e.body, e.lang FROM entries e
      WHERE e.id = $1 AND e.account_id = $2 AND $3::int IS NULL
    UNION ALL SELECT v.activity_id, v.question_id, v.question_version, v.moment, v.title, coalesce(w.body, v.body), v.lang FROM ${WHOLE}
      WHERE v.entry_id = $1 AND v.account_id = $2 AND v.number = $3) t ${words('t')}`;
