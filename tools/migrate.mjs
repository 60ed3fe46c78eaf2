// Brings a database to the schema in `migrations/`. Any number of processes may ask at once: one works, the rest wait.
// In production: `DATABASE_URL=… DATABASE_APP_URL=… node tools/migrate.mjs [down]`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { Fault } from './fault.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockKey = 7_302_911;
const taken = ['42710', '23505', 'XX000'];

/** Roles belong to the whole server, so two databases may be creating the same one: whoever is second is content. */
async function tolerant(client, sql) {
  try {
    await client.query(sql);
  } catch (error) {
    if (error.code === '42501') {
      throw new Fault(
        'The user of DATABASE_URL may not create roles: give it CREATEROLE, or create the role opiring_app and the user of DATABASE_APP_URL yourself.',
      );
    }
    if (!taken.includes(error.code)) throw error;
  }
}

async function roleExists(client, name) {
  return (await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])).rowCount > 0;
}

async function canSignIn(connectionString) {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (['28P01', '28000'].includes(error.code)) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** The API's user: a plain member of `opiring_app`, who owns nothing, so that row-level security binds it. */
async function ensureLogin(client, appUrl) {
  const { username, password } = new URL(appUrl);
  const [name, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  const { user } = (await client.query('SELECT current_user AS user')).rows[0];
  if (name === user) {
    throw new Fault(
      'DATABASE_APP_URL names the owner of the database: name another user, so that row-level security binds it.',
    );
  }
  if (!(await canSignIn(appUrl))) {
    const verb = (await roleExists(client, name)) ? 'ALTER' : 'CREATE';
    const [role, word] = [client.escapeIdentifier(name), client.escapeLiteral(secret)];
    await tolerant(client, `${verb} ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${word}`);
  }
  const member = await client.query(`SELECT pg_has_role($1, 'opiring_app', 'MEMBER') AS yes`, [name]);
  if (!member.rows[0].yes) await tolerant(client, `GRANT opiring_app TO ${client.escapeIdentifier(name)}`);
}

async function connect(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A connection that is cut rejects the query under way; without a listener it would end the process as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host } = new URL(ownerUrl);
    throw new Fault(
      `The database at ${host} cannot be reached with DATABASE_URL (${error.message || error.code}).`,
    );
  }
}

/**
 * Runs what is missing (`up`) or takes back the last `count` (`down`), all in one transaction.
 * Returns the names of the migrations that ran.
 */
export async function migrate(ownerUrl, appUrl, { direction = 'up', count, log = () => undefined } = {}) {
  const client = await connect(ownerUrl);
  try {
    await client.query(`SET statement_timeout = 0; SET lock_timeout = '120s'`);
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    // A migration that cannot get its table soon gives up whole, instead of queueing every request behind it.
    await client.query(`SET lock_timeout = '10s'; SET client_min_messages = warning`);
    if (!(await roleExists(client, 'opiring_app'))) await tolerant(client, 'CREATE ROLE opiring_app NOLOGIN');
    if (appUrl) await ensureLogin(client, appUrl);
    const ran = await runner({
      dbClient: client,
      dir: join(root, 'migrations'),
      direction,
      count,
      migrationsTable: 'migration',
      checkOrder: true,
      singleTransaction: true,
      noLock: true,
      logger: { debug: () => undefined, info: () => undefined, warn: log, error: log },
    });
    return ran.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { DATABASE_URL, DATABASE_APP_URL } = process.env;
  const direction = process.argv[2] === 'down' ? 'down' : 'up';
  try {
    if (!DATABASE_URL) throw new Fault('DATABASE_URL is not set: it names the database and its owner.');
    const names = await migrate(DATABASE_URL, DATABASE_APP_URL, { direction, log: console.error });
    console.log(names.length ? `Migrated ${direction}: ${names.join(', ')}` : 'The schema is up to date.');
  } catch (error) {
    console.error(error instanceof Fault ? error.message : error);
    process.exitCode = 1;
  }
}
