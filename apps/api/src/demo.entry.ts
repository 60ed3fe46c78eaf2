import 'reflect-metadata';
import pg from 'pg';
import { createApp } from './app';
import { loadDemo } from './demo/load';
import { optionsFrom } from './options';

/** Loads the demo into an empty database; refuses one that has people. Wants the owner's DATABASE_URL beside the API's. */
const owner = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
await owner.connect();
const app = await createApp({ ...optionsFrom(process.env), webRoot: undefined, mail: undefined });
try {
  await owner.query('SELECT pg_advisory_lock(7005)');
  const { rows } = await owner.query('SELECT 1 FROM accounts LIMIT 1');
  if (rows.length > 0) throw new Error('The demo is not loaded: this database has people in it.');
  await loadDemo(app, owner, new Date()).catch(async (error: unknown) => {
    // The database was empty before: half a demo is worse than none.
    await owner.query('TRUNCATE accounts, programmes CASCADE');
    throw error;
  });
  process.stdout.write('The demo is loaded.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await app.close();
  await owner.end();
}
