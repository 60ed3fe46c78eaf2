// The limit: node:http and a pg pool in one process, no framework, the same JSON from the same tables with the best SQL we know.
// `PORT=… DATABASE_URL=… DATABASE_POOL=20 node tools/bench/bare.mjs`
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { journey } from './bare-journey.mjs';
import { desk, entry, save } from './bare-letters.mjs';
import { matrix } from './bare-matrix.mjs';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL ?? 20),
});

const SESSION = {
  name: 'session',
  text: `SELECT s.account_id AS account, (SELECT json_agg(json_build_object('id', m.id, 'cohortId', m.cohort_id, 'role', m.role))
      FROM memberships m WHERE m.account_id = s.account_id AND m.ended_at IS NULL) AS seats
    FROM sessions s JOIN accounts a ON a.id = s.account_id
   WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND a.disabled_at IS NULL`,
};

async function viewerOf({ headers }) {
  const token = /opiring=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? '';
  const { rows } = await pool.query({ ...SESSION, values: [createHash('sha256').update(token).digest()] });
  return rows[0];
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** The answer as `{json}` or as something to be made JSON of; nothing where there is nothing to see. */
async function answerTo(request) {
  const { pathname, searchParams } = new URL(request.url, 'http://bare');
  const [, , kind, id, what] = pathname.split('/');
  const body = request.method === 'PATCH' ? await bodyOf(request) : undefined;
  const viewer = await viewerOf(request);
  if (!viewer) return undefined;
  if (kind === 'entries' && body) {
    return save(pool, viewer, id, Number(request.headers['if-match'].slice(1, -1)), body);
  }
  if (kind === 'entries') return entry(pool, viewer, id);
  if (what === 'desk') return desk(pool, viewer, id, Number(searchParams.get('limit') ?? 50));
  if (what === 'journey') return whole(await journey(pool, viewer, id));
  return whole(await matrix(pool, viewer, id));
}

const whole = (view) => view && { json: JSON.stringify(view) };

const server = createServer(async (request, response) => {
  try {
    const answer = await answerTo(request);
    const json = answer?.json ?? '{"status":404}';
    response.writeHead(answer ? 200 : 404, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(json),
      ...(answer?.revision && { etag: `"${answer.revision}"` }),
    });
    response.end(json);
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    response.writeHead(500, { 'content-length': 0 }).end();
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
process.once('disconnect', () => process.exit());
