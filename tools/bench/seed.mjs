// Cohorts of any size by SQL alone, in the tables' own shape. As superuser, so that millions of foreign keys need not be asked.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';

const sql = readFileSync(new URL('./seed.sql', import.meta.url), 'utf8');
const letters = readFileSync(new URL('./letters.sql', import.meta.url), 'utf8');

/** Puts values where the text says `:name`; numbers and our own labels only. */
const filled = (text, values) => text.replace(/(?<!:):([a-z]+)/g, (_, name) => values[name]);

/** Seeds groups of cohorts: `{label, cohorts, people}`, each with sixty activities. */
export async function seed(url, groups) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; SELECT setseed(0.42)`);
    for (const { label, cohorts, people } of groups) {
      await client.query(filled(sql, { label: `'${label}'`, cohorts, people }));
    }
    await client.query(`SET session_replication_role = DEFAULT`);
    await client.query('VACUUM (FREEZE, ANALYZE)');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

const BODY = JSON.stringify({
  type: 'doc',
  content: Array.from({ length: 6 }, (_, at) => ({
    type: 'paragraph',
    content: [
      {
        type: 'text',
        text: `${at + 1}. ${'Täna kuulasin rohkem, kui ise rääkisin, ja märkasin, kes jäi vait. '.repeat(8).trim()}`,
      },
    ],
  })),
});

/** Texts, shares and answers: a desk with letters waiting, an entry with a conversation, entries to be saved. */
export async function seedLetters(url, { small, large, waiting }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      filled(letters, { small: `'${small}'`, large: `'${large}'`, waiting, body: `'${BODY}'::jsonb` }),
    );
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

/** A live session for whoever sits there; gives the cookie and the seat. */
export async function signIn(url, { label, role, seat = null }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT m.account_id AS account, m.id, c.id AS cohort FROM cohorts c JOIN memberships m ON m.cohort_id = c.id
        WHERE c.name = $1 AND m.role = $2 AND m.seat IS NOT DISTINCT FROM $3`,
      [label, role, seat],
    );
    const token = randomBytes(32).toString('base64url');
    await client.query(
      `INSERT INTO sessions (account_id, token_hash, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
      [rows[0].account, createHash('sha256').update(token).digest()],
    );
    const entries = await client.query(
      `SELECT id, activity_id AS activity FROM entries WHERE author_id = $1 ORDER BY id`,
      [rows[0].id],
    );
    return { cookie: `opiring=${token}`, cohort: rows[0].cohort, entries: entries.rows };
  } finally {
    await client.end();
  }
}
