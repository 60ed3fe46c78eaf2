// Everything a measurement needs to stand: a database of its own, the API, the bare server; and how all of it goes away again.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ApiProcess } from '../api-process.mjs';
import { root } from '../bootstrap.mjs';
import { migrate } from '../migrate.mjs';
import { freePort, startPostgres } from '../postgres.mjs';

const POOL = '20';

export class Stage {
  #undo = [];

  /** A real PostgreSQL that flushes to disk, with data nobody needs afterwards. */
  async postgres() {
    const postgres = await startPostgres({ dataDir: join(root, '.cache/bench-data') });
    this.#undo.push(async () => {
      await postgres.stop();
      rmSync(postgres.home, { recursive: true, force: true });
    });
    this.server = postgres;
  }

  /** A migrated database; `url` is the superuser's. */
  async database(name) {
    const client = new pg.Client({ connectionString: this.server.url });
    await client.connect();
    try {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${name} OWNER opiring_owner`);
    } finally {
      await client.end();
    }
    const at = (url) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    const database = {
      url: at(this.server.url),
      ownerUrl: at(this.server.ownerUrl),
      appUrl: at(this.server.appUrl),
    };
    await migrate(database.ownerUrl, database.appUrl);
    return database;
  }

  /** One process of the API, with `more` in its environment; gives its port, its process id and how long it took until it was ready. */
  async api({ appUrl }, more = {}) {
    const port = await freePort();
    const { DATABASE_URL: _url, PUBLIC_URL: _public, SMTP_URL: _mail, ...env } = process.env;
    const api = new ApiProcess({
      ...env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_APP_URL: appUrl,
      DATABASE_POOL: POOL,
      ...more,
    });
    this.#undo.push(() => api.stop());
    const began = performance.now();
    await api.start();
    return { port, pid: api.pid, ready: performance.now() - began };
  }

  /** The bare server, with as many connections to the database as the API. */
  async bare({ ownerUrl }) {
    const port = await freePort();
    const child = spawn(process.execPath, [fileURLToPath(new URL('./bare.mjs', import.meta.url))], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(port),
        DATABASE_URL: ownerUrl,
        DATABASE_POOL: POOL,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    this.#undo.push(() => (child.kill(), gone));
    await Promise.race([
      new Promise((resolve) => child.once('message', resolve)),
      gone.then(() => Promise.reject(new Error('The bare server ended before it began.'))),
    ]);
    return { port };
  }

  /** Ends all that was begun, the last first. */
  async clear() {
    for (const undo of this.#undo.splice(0).reverse()) await undo();
  }
}
