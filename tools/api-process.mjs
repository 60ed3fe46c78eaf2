// The server as a child: started, asked whether it is ready, stopped in order, started again if it falls.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Fault } from './fault.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const patience = 12_000;
/**
 * What the server may hold, in megabytes. Left to itself V8 keeps what half a minute of large tables left behind; with a limit it
 * tidies up instead. Whoever needs another one says so in NODE_OPTIONS.
 */
const memory = /max-old-space-size/.test(process.env.NODE_OPTIONS ?? '')
  ? []
  : ['--max-old-space-size=192', '--max-semi-space-size=8'];
/** The same for what the C library keeps in case a thread wants it again. */
const arenas = { MALLOC_ARENA_MAX: '2' };

/** Runs one of the small programs beside the server (`demo`, `bootstrap-admin`) and returns what it printed. */
export async function runEntry(name, env) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, `dist/api/${name}.mjs`)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Fault(words.trim() || `${name} ended with ${code}.`);
  return words.trim();
}

export class ApiProcess {
  #child;
  #stopping = false;
  #quiet = true;
  #words = '';

  constructor(env, { onFall = () => undefined } = {}) {
    this.env = env;
    this.onFall = onFall;
  }

  get pid() {
    return this.#child?.pid;
  }

  async start() {
    this.#stopping = false;
    this.#words = '';
    const args = [
      ...memory,
      '--enable-source-maps',
      '--import',
      './tools/with-parent.mjs',
      'dist/api/main.mjs',
    ];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...arenas, ...this.env },
      // Its own group: Ctrl-C in a terminal reaches us first, and we end it before the database.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    for (const [name, stream] of [
      ['stdout', child.stdout],
      ['stderr', child.stderr],
    ]) {
      stream.on('data', (chunk) => (this.#quiet ? (this.#words += chunk) : process[name].write(chunk)));
    }
    child.once('exit', () => this.#child === child && !this.#stopping && !this.#quiet && this.onFall());
    await this.#ready(child);
  }

  /** From now on what the server says reaches the terminal, first what it said while starting. */
  speak() {
    this.#quiet = false;
    if (this.#words.trim()) process.stdout.write(this.#words);
    this.#words = '';
  }

  async #ready(child) {
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(40)) {
      if (child.exitCode !== null || child.signalCode !== null) break;
      const answer = await fetch(`http://127.0.0.1:${this.env.PORT}/api/health/ready`, {
        signal: AbortSignal.timeout(2_000),
      }).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) return;
    }
    await this.stop();
    throw new Fault(`The server did not become ready:\n${this.#words.trim()}`);
  }

  async stop() {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    await gone;
    clearTimeout(timer);
  }
}
