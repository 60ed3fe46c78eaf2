/**
 * Keeps an entry's text as it stands, unless the newest version kept is that very text. $1 the entry, $2 what for, $3 now.
 * Whoever asks holds the entry, so numbers cannot collide.
 */
export const KEEP = `INSERT INTO entry_versions (entry_id, number, cohort_id, author_id, account_id, activity_id, question_id,
    question_version, moment, title, body, lang, kept_for, created_at)
  SELECT e.id, coalesce(n.number, 0) + 1, e.cohort_id, e.author_id, e.account_id, e.activity_id, e.question_id,
    e.question_version, e.moment, e.title, e.body, e.lang, $2, $3
  FROM entries e LEFT JOIN LATERAL (SELECT v.number, v.title, v.body, v.lang FROM entry_versions v
    WHERE v.entry_id = e.id ORDER BY v.number DESC LIMIT 1) n ON true
  WHERE e.id = $1 AND (n.title, n.body, n.lang) IS DISTINCT FROM (e.title, e.body, e.lang)
  RETURNING number`;

/** Keeps a text that could not be saved, beside the one that stands. $1 the entry, $2 title, $3 body, $4 lang, $5 now */
export const KEEP_CONFLICT = `INSERT INTO entry_versions (entry_id, number, cohort_id, author_id, account_id, activity_id, question_id,
    question_version, moment, title, body, lang, kept_for, created_at)
  SELECT e.id, coalesce(n.number, 0) + 1, e.cohort_id, e.author_id, e.account_id, e.activity_id, e.question_id,
    e.question_version, e.moment, $2, $3::jsonb, $4, 'conflict', $5
  FROM entries e LEFT JOIN LATERAL (SELECT v.number, v.title, v.body, v.lang FROM entry_versions v
    WHERE v.entry_id = e.id ORDER BY v.number DESC LIMIT 1) n ON true
  WHERE e.id = $1 AND (n.title, n.body, n.lang) IS DISTINCT FROM ($2, $3::jsonb, $4) AND (e.title, e.body, e.lang) IS DISTINCT FROM ($2, $3::jsonb, $4)
  RETURNING number`;

export const NEWEST = `SELECT max(number) AS number FROM entry_versions WHERE entry_id = $1`;

/** The author's alone: $1 the entry, $2 the account, $3 below which number, $4 how many */
export const VERSIONS = `SELECT v.number, v.kept_for AS "keptFor", v.created_at AS "createdAt", v.title FROM entry_versions v
  WHERE v.entry_id = $1 AND v.account_id = $2 AND ($3::int IS NULL OR v.number < $3) ORDER BY v.number DESC LIMIT $4`;

/** $1 the entry, $2 the account, $3 the number */
export const VERSION = `SELECT v.number, v.kept_for AS "keptFor", v.created_at AS "createdAt", v.title, v.body, v.lang
  FROM entry_versions v WHERE v.entry_id = $1 AND v.account_id = $2 AND v.number = $3`;
