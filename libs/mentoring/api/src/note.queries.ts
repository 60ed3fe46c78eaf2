import { placeOf } from '@opiring/platform/api';

const NOTE = `n.id, n.entry_id AS "entryId", n.cohort_id AS "cohortId", n.kind, n.body, n.lang, n.anchor, n.version, n.created_at AS "createdAt",
  n.thanked_at AS "thankedAt", c.mentor_id AS "byId", c.account_id AS "accountId", c.mentor_account_id AS "mentorAccountId",
  c.author_id AS "authorId", (SELECT coalesce(json_agg(json_build_object('id', r.id, 'byId', r.by_id, 'body', r.body, 'lang', r.lang,
    'createdAt', r.created_at) ORDER BY r.created_at, r.id), '[]') FROM replies r WHERE r.note_id = n.id) AS replies`;
const CONVERSING = `notes n JOIN conversations c ON c.id = n.conversation_id`;
/** Only the two: row-level security says it, and so does every question. */
const ONE_OF_TWO = (account: string): string => `${account} IN (c.account_id, c.mentor_account_id)`;

/** $1 the entry, $2 the viewer's account, $3 how many */
export const NOTES = `SELECT ${NOTE} FROM ${CONVERSING} WHERE n.entry_id = $1 AND ${ONE_OF_TWO('$2')} ORDER BY n.created_at, n.id LIMIT $3`;

/** What was written to an author on these entries, for who takes their journal with them. $1 entries, $2 the author's account */
export const NOTES_TO = `SELECT ${NOTE} FROM ${CONVERSING} WHERE n.entry_id = ANY($1) AND c.account_id = $2 ORDER BY n.created_at, n.id`;

/** $1 the note, $2 the viewer's account */
export const ONE = `SELECT ${NOTE} FROM ${CONVERSING} WHERE n.id = $1 AND ${ONE_OF_TWO('$2')}`;

/** $1 the entry, $2 cohort, $3 author, $4 its account, $5 mentor, $6 its account, $7 now */
export const OPEN_CONVERSATION = `INSERT INTO conversations (entry_id, cohort_id, author_id, account_id, mentor_id, mentor_account_id, opened_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (entry_id, mentor_id) DO NOTHING`;

/** $1 the entry, $2 the mentor, $3 cohort, $4 version, $5 kind, $6 anchor, $7 body, $8 lang, $9 now */
export const WRITE = `INSERT INTO notes (conversation_id, entry_id, cohort_id, version, kind, anchor, body, lang, created_at)
  SELECT c.id, $1, $3, $4, $5, $6::jsonb, $7, $8, $9 FROM conversations c WHERE c.entry_id = $1 AND c.mentor_id = $2 RETURNING id`;

/** $1 the note, $2 who, $3 body, $4 lang, $5 now */
export const REPLY = `INSERT INTO replies (note_id, conversation_id, cohort_id, by_id, body, lang, created_at)
  SELECT n.id, n.conversation_id, n.cohort_id, $2, $3, $4, $5 FROM notes n WHERE n.id = $1 RETURNING id`;

/** $1 the note, $2 now or nothing; thanked once, it stays thanked since then */
export const THANK = `UPDATE notes SET thanked_at = CASE WHEN $2::timestamptz IS NULL THEN NULL ELSE coalesce(thanked_at, $2) END WHERE id = $1`;

/** An entry's title as this viewer may read it: the author's own, or that of the version the note is on. */
const TITLE = `coalesce((SELECT e.title FROM entries e WHERE e.id = n.entry_id),
  (SELECT v.title FROM entry_versions v WHERE v.entry_id = n.entry_id AND v.number = n.version), '') AS "entryTitle"`;

/** The newest notes to and by these memberships. $1 memberships, $2 $3 the place after which to begin, $4 how many */
export const CONVERSATIONS = `SELECT ${NOTE}, ${TITLE}, ${placeOf('n.created_at')} AS place FROM ${CONVERSING}
  WHERE (c.author_id = ANY($1) OR c.mentor_id = ANY($1)) AND ($2::timestamptz IS NULL OR (n.created_at, n.id) < ($2, $3::uuid))
  ORDER BY n.created_at DESC, n.id DESC LIMIT $4`;

/** With whom a member converses on their own texts. $1 the membership, $2 the viewer's account */
export const HELD_ON = `SELECT c.mentor_id AS "mentorId", n.entry_id AS "entryId", count(*)::int AS notes FROM ${CONVERSING}
  WHERE c.author_id = $1 AND c.account_id = $2 GROUP BY c.mentor_id, n.entry_id ORDER BY n.entry_id`;

/** The newest note to a member as an author. $1 the membership, $2 the viewer's account */
export const LATEST_TO = `SELECT ${NOTE} FROM ${CONVERSING} WHERE c.author_id = $1 AND c.account_id = $2 ORDER BY n.created_at DESC, n.id DESC LIMIT 1`;
