// From built code to a running Õpiring: folder, database, tables, demo, server; and back down in the reverse order.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ApiProcess, runEntry } from './api-process.mjs';
import { root } from './bootstrap.mjs';
import { build } from './build.mjs';
import { pagesIn } from './build-web.mjs';
import { explain, Fault } from './fault.mjs';
import { hold, holderOf, isAlive } from './lock.mjs';
import { migrate } from './migrate.mjs';
import { credentialsIn, startPostgres } from './postgres.mjs';

const say = (line) => console.log(line);
const otherFolder = 'give this user the right to write there, or name another folder in OPIRING_DATA';

function settings() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Fault(`PORT is “${process.env.PORT}”, and it must be a number from 1 to 65535.`);
  }
  return {
    port,
    publicUrl: (process.env.PUBLIC_URL || `http://localhost:${port}`).replace(/\/$/, ''),
    data: resolve(root, process.env.OPIRING_DATA || '.data'),
  };
}

async function takeFolder({ data, publicUrl }) {
  try {
    mkdirSync(data, { recursive: true });
    for (let holder = holderOf(data); holder?.stopping; holder = holderOf(data)) await sleep(100);
    const release = holderOf(data) ? undefined : await hold(data, { publicUrl });
    if (release) return release;
  } catch (error) {
    throw explain(error, data, otherFolder);
  }
  const { publicUrl: address, pid } = holderOf(data) ?? { publicUrl };
  throw new Fault(`Õpiring is already running at ${address} (process ${pid}); nothing was touched.`);
}

/** A server whose starter was killed closes by itself within moments; it is given them before the port is called busy. */
async function claimPort(port) {
  for (let tries = 0; ; tries += 1) {
    const error = await new Promise((done) => {
      const probe = createServer().once('error', done);
      probe.listen(port, () => probe.close(() => done()));
    });
    if (!error) return;
    if (error.code === 'EACCES')
      throw new Fault(`Port ${port} is reserved for the system: choose another, as in PORT=3001 npm start.`);
    if (error.code !== 'EADDRINUSE') throw error;
    if (tries >= 8)
      throw new Fault(
        `Port ${port} is used by another program: stop it, or choose another, as in PORT=3001 npm start.`,
      );
    await sleep(250);
  }
}

function endOrphan(data) {
  try {
    const { apiPid } = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8'));
    const command = readFileSync(`/proc/${apiPid}/cmdline`, 'utf8');
    if (isAlive(apiPid) && command.includes('dist/api/main.mjs')) process.kill(apiPid, 'SIGTERM');
  } catch {
    // No trace of an earlier run, or it is gone already.
  }
}

async function database(data) {
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) {
    say('Starting the database …');
    return startPostgres({ dataDir: data, log: say });
  }
  const host = URL.canParse(ownerUrl) ? new URL(ownerUrl).host : undefined;
  if (!host)
    throw new Fault('DATABASE_URL is not an address such as postgres://user:password@host:5432/name.');
  say(`Using the database at ${host} …`);
  const own = new URL(ownerUrl);
  own.username = 'opiring_app_login';
  own.password = credentialsIn(data).app;
  const appUrl = process.env.DATABASE_APP_URL || own.href;
  return { ownerUrl, appUrl, stop: () => Promise.resolve() };
}

async function whoIsHere(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT EXISTS (SELECT FROM accounts) AS anybody,
              EXISTS (SELECT FROM accounts WHERE email <> 'admin@localhost.invalid') AS settled,
              EXISTS (SELECT FROM accounts WHERE email = 'marika@opiring.example') AS demo`,
    );
    return rows[0];
  } finally {
    await client.end();
  }
}

/** Decides about the demo: never among other people, and in production only when asked for by name. */
async function people({ ownerUrl }, env, { empty, demo }) {
  const here = await whoIsHere(ownerUrl);
  const wanted = !empty && (process.env.NODE_ENV !== 'production' || demo);
  if (here.demo && !wanted) {
    throw new Fault(
      'This database holds the demo, whose passwords everybody knows: name another folder in OPIRING_DATA, or another DATABASE_URL.',
    );
  }
  if (here.demo) return { OPIRING_DEMO: '1' };
  if (here.anybody) {
    if (wanted) say('This database has people of its own, so the demo is left out.');
    return {};
  }
  if (!wanted || !existsSync(join(root, 'dist/api/demo.mjs'))) return {};
  say('Loading the demo (once) …');
  await runEntry('demo', { ...env, DATABASE_URL: ownerUrl, OPIRING_DEMO: '1' });
  return { OPIRING_DEMO: '1' };
}

async function firstAdmin({ ownerUrl }, env) {
  if ((await whoIsHere(ownerUrl)).settled || !existsSync(join(root, 'dist/api/bootstrap-admin.mjs'))) return;
  const link = await runEntry('bootstrap-admin', { ...env, DATABASE_URL: ownerUrl });
  if (link) say(link);
}

/** Brings the fallen back: the database first, because the server cannot do without it. */
function supervise({ db, api, data, stop }) {
  let healing = false;
  const heal = async (what, act) => {
    if (healing || stop.called) return;
    healing = true;
    say(`${what} stopped unexpectedly and is being started again …`);
    try {
      await act();
      say(`${what} is running again.`);
    } catch (error) {
      console.error(error instanceof Fault ? error.message : error);
      await stop(1);
    }
    healing = false;
  };
  api.onFall = () => heal('The server', () => api.start());
  const watch = (server) =>
    void server.exited?.then(() =>
      heal('The database', async () => {
        const { port } = new URL(server.appUrl);
        const again = await startPostgres({ dataDir: data, port: Number(port), log: say });
        db.stop = again.stop;
        watch(again);
      }),
    );
  watch(db);
}

function stopper(steps) {
  const stop = async (code = 0) => {
    if (stop.called) return;
    stop.called = true;
    say('Stopping …');
    for (const step of steps.toReversed())
      await Promise.resolve(step()).catch((error) => console.error(error));
    say('Stopped.');
    process.exit(code);
  };
  stop.called = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
  process.once('disconnect', () => void stop());
  if (process.env.npm_lifecycle_event) {
    // npm killed outright cannot pass anything on; its death shows in who our parent is.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && void stop(), 500).unref();
  }
  return stop;
}

/** Starts everything and returns once it is ready; `watching` leaves the building to the caller. */
export async function serve({ empty = false, demo = false, watching = false } = {}) {
  const config = settings();
  const steps = [];
  const stop = stopper(steps);
  try {
    if (!holderOf(config.data)) endOrphan(config.data);
    const release = await takeFolder(config);
    steps.push(release, () => hold(config.data, { stopping: true }));
    await claimPort(config.port);
    if (!watching)
      await build({ log: say, before: () => say('Building (the first time takes half a minute) …') });
    const db = await database(config.data);
    steps.push(() => db.stop());
    const ran = await migrate(db.ownerUrl, db.appUrl, { log: say });
    if (ran.length) say(`Prepared the tables (${ran.length} migrations).`);
    const { DATABASE_URL: _owner, ...outer } = process.env;
    const env = {
      ...outer,
      DATABASE_APP_URL: db.appUrl,
      PORT: String(config.port),
      PUBLIC_URL: config.publicUrl,
      WEB_ROOT: pagesIn(join(root, 'dist/web')),
      OPIRING_FILES: process.env.OPIRING_FILES || join(config.data, 'files'),
    };
    delete env.OPIRING_DEMO;
    Object.assign(env, await people(db, env, { empty, demo }));
    say('Starting the server …');
    const api = new ApiProcess(env);
    steps.push(() => api.stop());
    await api.start();
    await hold(config.data, { apiPid: api.pid });
    await firstAdmin(db, env);
    supervise({ db, api, data: config.data, stop });
    api.speak();
    say(`Õpiring is ready at ${config.publicUrl}`);
    return { api, stop, ...config };
  } catch (error) {
    if (stop.called) return new Promise(() => undefined);
    stop.called = true;
    for (const step of steps.toReversed()) await Promise.resolve(step()).catch(() => undefined);
    throw explain(error, config.data, otherFolder);
  }
}
