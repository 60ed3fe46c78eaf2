import { OPEN } from './entry.queries';

/** A leader's answers to one question, the oldest first. $1 the membership, $2 the question, $3 how many */
export const ARC = `SELECT e.id AS "entryId", e.moment, e.meeting_id AS "meetingId", e.circle_id AS "circleId", e.title, e.body,
    app.plain(e.body) AS words, e.lang, json_build_object('version', w.version, 'text', w.text) AS asked,
    e.created_at AS "createdAt", e.updated_at AS "updatedAt", e.done_at AS "doneAt",
    (SELECT coalesce(json_agg(json_build_object('audience', s.audience, 'version', s.version, 'grantedAt', s.granted_at,
        'expiresAt', s.expires_at) ORDER BY s.granted_at), '[]') FROM entry_shares s WHERE s.entry_id = e.id AND ${OPEN}) AS shares
  FROM entries e JOIN guiding_question_versions w ON w.question_id = e.question_id AND w.version = e.question_version
  WHERE e.author_id = $1 AND e.question_id = $2 ORDER BY e.created_at, e.id LIMIT $3`;

/** $1 the membership, $2 the question, $3 its account */
export const MOVED = `SELECT moved AS text, lang, revision, updated_at AS "updatedAt" FROM question_arcs
  WHERE author_id = $1 AND question_id = $2 AND account_id = $3`;

/** $1 the membership, $2 the question, $3 its account, $4 the cohort, $5 text, $6 lang, $7 now. Nothing where something stands. */
export const SAY_FIRST = `INSERT INTO question_arcs (author_id, question_id, account_id, cohort_id, moved, lang, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (author_id, question_id) DO NOTHING
  RETURNING moved AS text, lang, revision, updated_at AS "updatedAt"`;

/** $1 the membership, $2 the question, $3 its account, $4 text, $5 lang, $6 now, $7 the revision seen */
export const SAY_AGAIN = `UPDATE question_arcs SET moved = $4, lang = $5, updated_at = $6, revision = revision + 1
  WHERE author_id = $1 AND question_id = $2 AND account_id = $3 AND revision = $7
  RETURNING moved AS text, lang, revision, updated_at AS "updatedAt"`;

/**
 * Each word of two texts with its stem. $1 $2 the texts, $3 the dictionary. Stop words of Russian and English have no stem and are
 * left out; the first 20,000 letters, so that no text is too long to compare.
 */
export const STEMS = `SELECT t.side, p.word, (ts_lexize($3::regdictionary, p.word))[1] AS stem, p.n::int, p.at::int
  FROM (VALUES (0, $1::text), (1, $2::text)) AS t (side, words), LATERAL (
    SELECT lower(x.token) AS word, count(*) AS n, min(x.place) AS at
      FROM ts_parse('default', left(t.words, 20000)) WITH ORDINALITY AS x (kind, token, place)
     WHERE x.kind IN (1, 2, 10, 11) AND length(x.token) > 2 GROUP BY 1) p
  WHERE ts_lexize($3::regdictionary, p.word) <> '{}'`;

/** An open share with the cohort of an answer to $1 at its start or end that names $2's account, or is that account's own. $3 cohort */
const SHARED = `SELECT s.id AS share_id, s.entry_id, s.version, s.author_id, s.account_id, s.cohort_id, s.granted_at, r.membership_id AS reader_id,
    v.moment, v.title, v.body, v.lang, v.question_id, v.question_version
  FROM entry_shares s JOIN entry_versions v ON v.entry_id = s.entry_id AND v.number = s.version
  LEFT JOIN (entry_share_recipients r JOIN memberships m ON m.id = r.membership_id AND m.ended_at IS NULL)
    ON r.share_id = s.id AND r.account_id = $2
  WHERE s.cohort_id = $3 AND s.audience = 'cohort' AND v.question_id = $1 AND v.moment IN ('start', 'end')
    AND (r.membership_id IS NOT NULL OR s.account_id = $2) AND ${OPEN}`;

/**
 * The ring's answers, and each author's receipt of this reading, once a day. Of several answers of one leader at one moment the
 * one shared last. $1 the question, $2 the viewer's account, $3 the cohort, $4 now, $5 how many
 */
export const RING = `WITH shared AS (${SHARED}),
  answer AS (SELECT DISTINCT ON (x.author_id, x.moment) x.* FROM shared x JOIN memberships a ON a.id = x.author_id AND a.ended_at IS NULL
    ORDER BY x.author_id, x.moment, x.granted_at DESC, x.reader_id LIMIT $5),
  reading AS (INSERT INTO entry_readings (share_id, reader_id, reader_account_id, day, entry_id, account_id, cohort_id, read_at)
    SELECT g.share_id, g.reader_id, $2, ($4::timestamptz AT TIME ZONE c.time_zone)::date, g.entry_id, g.account_id, g.cohort_id, $4
      FROM answer g JOIN cohorts c ON c.id = g.cohort_id WHERE g.account_id <> $2 ON CONFLICT DO NOTHING)
  SELECT g.entry_id AS "entryId", g.author_id AS "authorId", g.account_id = $2 AS mine, g.moment, g.title, g.body, g.lang,
      g.granted_at AS "sharedAt", json_build_object('version', w.version, 'text', w.text) AS asked
    FROM answer g JOIN guiding_question_versions w ON w.question_id = g.question_id AND w.version = g.question_version`;
