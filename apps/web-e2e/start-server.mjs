// The real thing under test: `npm start` with a folder and a port of its own, unless E2E_BASE_URL names one that runs.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function ready(server) {
  return new Promise((resolve, reject) => {
    let words = '';
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (chunk) => {
        words += chunk;
        if (words.includes('is ready at')) resolve(true);
      });
    }
    server.once('exit', () => reject(new Error(`The server did not start:\n${words}`)));
  });
}

async function start() {
  mkdirSync(`${root}/.cache`, { recursive: true });
  const data = mkdtempSync(`${root}/.cache/e2e-`);
  const port = String(await freePort());
  const env = { ...process.env, PORT: port, OPIRING_DATA: data, PUBLIC_URL: `http://localhost:${port}` };
  // What the surroundings say about another installation, or about npm, is not meant for this one.
  for (const name of ['DATABASE_URL', 'DATABASE_APP_URL', 'SMTP_URL', 'NODE_ENV', 'npm_lifecycle_event'])
    delete env[name];
  const server = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  await ready(server);
  process.env.E2E_BASE_URL = env.PUBLIC_URL;
  return async () => {
    server.kill('SIGTERM');
    await gone;
    rmSync(data, { recursive: true, force: true });
  };
}

/** One sign-in of each of the demo's people, so that the many pages do not meet the limit on sign-ins. */
async function enter(people) {
  const jar = {};
  for (const email of people) {
    const answer = await fetch(`${process.env.E2E_BASE_URL}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'opiring-demo-2023' }),
    });
    if (answer.status !== 201) throw new Error(`${email} could not sign in: ${answer.status}`);
    const [pair] = answer.headers.getSetCookie()[0].split(';');
    jar[email.split('@')[0]] = pair;
  }
  process.env.E2E_COOKIES = JSON.stringify(jar);
}

const names =
  'marika ants liis toivo kersti rein jelena andres triin mihkel helve tiina juri kadri maarja haldur';

export default async function startServer() {
  const stop = process.env.E2E_BASE_URL ? undefined : await start();
  try {
    await enter(names.split(' ').map((name) => `${name}@opiring.example`));
  } catch (error) {
    await stop?.();
    throw error;
  }
  return stop;
}
