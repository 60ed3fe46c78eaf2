import { placeOf } from '@opiring/platform/api';

/** A share that is open now. Row-level security says so too; both ask the same clock. */
export const OPEN = `s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())`;

/** What an entry answers, with the words its author answered, however the question is put today (rule 9). */
export const occasion = (
  t: string,
): string => `${t}.activity_id AS "activityId", ${t}.question_id AS "questionId",
  ${t}.question_version AS "questionVersion", ${t}.moment, q.position AS "questionPosition", w.text AS "questionText"`;
export const words = (t: string): string => `LEFT JOIN guiding_questions q ON q.id = ${t}.question_id
  LEFT JOIN guiding_question_versions w ON w.question_id = ${t}.question_id AND w.version = ${t}.question_version`;

const SHARE = `'id', s.id, 'audience', s.audience, 'version', s.version, 'purpose', s.purpose, 'grantedAt', s.granted_at, 'expiresAt', s.expires_at,
  'until', s.until_on, 'offer', s.offer`;
/** Of what version the author is told, and since when a reader would get another text now: what is folded does not count. */
export const VERSION_GIVEN = `v.created_at AS "versionAt", CASE WHEN (v.title, v.body, v.lang) IS DISTINCT FROM (e.title, app.shareable(e.body), e.lang)
  THEN e.updated_at END AS "staleSince"`;

/** The open shares of an entry `e`, as its author sees them. */
export const OPEN_SHARES = `(SELECT coalesce(json_agg(jsonb_build_object(${SHARE}, 'recipients',
      (SELECT json_agg(r.membership_id) FROM entry_share_recipients r WHERE r.share_id = s.id)) || to_jsonb(g) ORDER BY s.granted_at), '[]')
    FROM entry_shares s, LATERAL (SELECT ${VERSION_GIVEN} FROM entry_versions v WHERE v.entry_id = e.id AND v.number = s.version) g
    WHERE s.entry_id = e.id AND ${OPEN})`;

/** $1 the entry, $2 the viewer's account */
export const OWN = `SELECT e.id, e.cohort_id AS "cohortId", e.author_id AS "authorId", e.account_id AS "accountId", ${occasion('e')},
    e.title, e.body, e.lang, e.revision, e.created_at AS "createdAt", e.updated_at AS "updatedAt", e.done_at AS "doneAt",
    (SELECT coalesce(max(v.number), 0) FROM entry_versions v WHERE v.entry_id = e.id) AS version,
    e.write_id AS "writeId", ${OPEN_SHARES} AS shares
  FROM entries e ${words('e')} WHERE e.id = $1 AND e.account_id = $2`;

/** The same, held until the transaction ends: who changes an entry waits for whoever is changing it. */
export const OWN_TO_CHANGE = `${OWN} FOR UPDATE OF e`;

/** $1 the entry, $2 title, $3 body, $4 lang, $5 revision, $6 now, $7 done when, $8 the save's name */
export const SAVE = `UPDATE entries e SET title = $2, body = $3, lang = $4, revision = $5, updated_at = $6, done_at = $7, write_id = $8
  WHERE e.id = $1 RETURNING ${OPEN_SHARES} AS shares`;

/** The newest open share of $1 that names an active membership of the account $2. */
const GIVEN = `SELECT s.id AS "shareId", s.cohort_id, s.author_id, s.account_id, s.entry_id, s.version, s.granted_at, r.membership_id AS reader_id,
    json_build_object(${SHARE}, 'recipients', json_build_array(r.membership_id)) AS share,
    (SELECT x.mentor_id FROM mentor_assignments x JOIN memberships y ON y.id = x.mentor_id
      WHERE x.participant_id = s.author_id AND x.ended_at IS NULL AND y.account_id = $2 AND y.ended_at IS NULL) AS mentor_id,
    app.may_offer(s.entry_id) AS offer
  FROM entry_share_recipients r JOIN entry_shares s ON s.id = r.share_id JOIN memberships m ON m.id = r.membership_id
  WHERE r.account_id = $2 AND m.ended_at IS NULL AND s.entry_id = $1 AND s.account_id <> $2 AND ${OPEN}
  ORDER BY s.granted_at DESC, s.id DESC, m.role LIMIT 1`;

/**
 * One's own entry, or the version one was given; reading the latter goes into the author's receipt, once a day.
 * Readers learn when it was shared with them, never when it was written. $3 now
 */
export const READ = `WITH own AS (${OWN}), given AS (${GIVEN}),
  reading AS (INSERT INTO entry_readings (share_id, reader_id, reader_account_id, day, entry_id, account_id, cohort_id, read_at)
    SELECT g."shareId", g.reader_id, $2, ($3::timestamptz AT TIME ZONE c.time_zone)::date, g.entry_id, g.account_id, g.cohort_id, $3
      FROM given g JOIN cohorts c ON c.id = g.cohort_id ON CONFLICT DO NOTHING)
  SELECT (SELECT to_json(o) FROM own o) AS own, (SELECT to_json(o) FROM (
    SELECT g.entry_id AS id, g.cohort_id AS "cohortId", g.author_id AS "authorId", g.account_id AS "accountId", ${occasion('v')},
        v.title, v.body, v.lang, g.granted_at AS "createdAt", g.granted_at AS "updatedAt", NULL AS "doneAt", g.version,
        json_build_array(g.share) AS shares, g.reader_id AS "readerId", g.mentor_id AS "mentorId"
      FROM given g JOIN entry_versions v ON v.entry_id = g.entry_id AND v.number = g.version ${words('v')}) o) AS given`;

/** Whose it is and through what the viewer may read it, without any text. Two rows at most: the author's comes alone. */
export const STANDING = `SELECT e.cohort_id AS "cohortId", e.author_id AS "authorId", e.account_id AS "accountId",
    NULL::uuid AS "readerId", NULL::uuid AS "mentorId", 0 AS version, false AS offer FROM entries e WHERE e.id = $1 AND e.account_id = $2
  UNION ALL SELECT g.cohort_id, g.author_id, g.account_id, g.reader_id, g.mentor_id, g.version, g.offer FROM (${GIVEN}) g`;

const SUMMARY = (
  t: string,
): string => `${t}.cohort_id AS "cohortId", ${t}.author_id AS "authorId", ${occasion(t)},
  ${t}.title, ${t}.lang, ${t}.opening`;

/** $1 the viewer's memberships in the cohort, $2 activity, $3 question, $4 $5 the place after which to begin, $6 how many */
export const MINE = `SELECT e.id, ${SUMMARY('e')}, e.updated_at AS at, e.done_at AS "doneAt", ${placeOf('e.created_at')} AS place,
    (SELECT coalesce(json_agg(s.audience ORDER BY s.granted_at), '[]') FROM entry_shares s WHERE s.entry_id = e.id AND ${OPEN}) AS audiences,
    (SELECT count(*)::int FROM notes n WHERE n.entry_id = e.id) AS notes
  FROM entries e ${words('e')}
  WHERE e.author_id = ANY($1) AND ($2::uuid IS NULL OR e.activity_id = $2) AND ($3::uuid IS NULL OR e.question_id = $3)
    AND ($4::timestamptz IS NULL OR (e.created_at, e.id) < ($4, $5::uuid))
  ORDER BY e.created_at DESC, e.id DESC LIMIT $6`;

/** The same of what others shared with these memberships: of each entry the newest share that names one of them. */
export const WITH_ME = `SELECT g.id, ${SUMMARY('v')}, g.granted_at AS at, NULL AS "doneAt", ${placeOf('g.granted_at')} AS place
  FROM (SELECT DISTINCT ON (s.entry_id) s.entry_id AS id, s.version, s.granted_at
          FROM entry_share_recipients r JOIN entry_shares s ON s.id = r.share_id
         WHERE r.membership_id = ANY($1) AND ${OPEN} ORDER BY s.entry_id, s.granted_at DESC) g
  JOIN entry_versions v ON v.entry_id = g.id AND v.number = g.version ${words('v')}
  WHERE ($2::uuid IS NULL OR v.activity_id = $2) AND ($3::uuid IS NULL OR v.question_id = $3)
    AND ($4::timestamptz IS NULL OR (g.granted_at, g.id) < ($4, $5::uuid))
  ORDER BY g.granted_at DESC, g.id DESC LIMIT $6`;
