// A small installation to be hard on: one cohort with two leaders, a mentor, and as many API processes as asked for.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ApiProcess } from '../api-process.mjs';
import { migrate } from '../migrate.mjs';
import { freePort, startPostgres } from '../postgres.mjs';

/** How often something is killed: a few times in every run, fifty with --full. */
export const times = process.env.HARDSHIP_FULL ? 50 : 8;

export class Stage {
  apis = [];

  static async open(apis = 1, surroundings = {}) {
    const stage = new Stage();
    stage.folder = mkdtempSync('.cache/hardship-');
    stage.port = await freePort();
    await stage.startDatabase();
    await migrate(stage.database.ownerUrl, stage.database.appUrl);
    for (let n = 0; n < apis; n += 1) {
      const port = await freePort();
      const env = { ...process.env, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
      for (const name of ['SMTP_URL', 'NODE_ENV', 'OPIRING_DEMO']) delete env[name];
      Object.assign(env, surroundings);
      Object.assign(env, { DATABASE_URL: stage.database.ownerUrl, DATABASE_APP_URL: stage.database.appUrl });
      const api = new ApiProcess(env);
      stage.apis.push(api);
      await api.start();
    }
    await stage.people();
    return stage;
  }

  async startDatabase() {
    this.database = await startPostgres({ dataDir: this.folder, port: this.port });
  }

  /** One query as the owner of the tables. */
  async ask(sql, values = []) {
    const client = new pg.Client({ connectionString: this.database.ownerUrl });
    await client.connect();
    return client
      .query(sql, values)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  }

  async people() {
    const id = async (sql, values) => (await this.ask(`${sql} RETURNING id`, values))[0].id;
    const programme = await id(
      `INSERT INTO programmes (slug, title, language) VALUES ('raskused', '{"et":"Raskused"}', 'et')`,
    );
    this.cohortId = await id(
      `INSERT INTO cohorts (programme_id, name, starts_on, ends_on) VALUES ($1, 'Lend', now()::date - 30, now()::date + 60)`,
      [programme],
    );
    const person = async (name, role, seat) => {
      const account = await id('INSERT INTO accounts (email, name) VALUES ($1, $2)', [
        `${name}@raskused.example`,
        name,
      ]);
      const membership = await id(
        'INSERT INTO memberships (cohort_id, account_id, role, seat) VALUES ($1, $2, $3, $4)',
        [this.cohortId, account, role, seat],
      );
      const token = randomBytes(32).toString('base64url');
      await this.ask(
        `INSERT INTO sessions (account_id, token_hash, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
        [account, createHash('sha256').update(token).digest()],
      );
      return { membership, cookie: `opiring=${token}` };
    };
    this.marika = await person('marika', 'participant', 1);
    this.helve = await person('helve', 'mentor', null);
    this.maarja = await person('maarja', 'program_leader', null);
    await this.ask(
      `INSERT INTO mentor_assignments (cohort_id, participant_id, mentor_id) VALUES ($1, $2, $3)`,
      [this.cohortId, this.marika.membership, this.helve.membership],
    );
  }

  /** What somebody asks of one of the processes; `undefined` where no answer came. */
  async says(api, who, method, path, body, headers = {}) {
    const answer = await fetch(`http://127.0.0.1:${api.env.PORT}/api${path}`, {
      method,
      headers: { cookie: who.cookie, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    if (!answer) return undefined;
    const text = await answer.text().catch(() => undefined);
    if (text === undefined) return undefined;
    return { status: answer.status, body: text ? JSON.parse(text) : undefined, headers: answer.headers };
  }

  killDatabase() {
    const file = join(this.database.home, 'postgres/postmaster.pid');
    process.kill(Number.parseInt(readFileSync(file, 'utf8'), 10), 'SIGKILL');
    return this.database.exited;
  }

  async close() {
    for (const api of this.apis) await api.stop();
    await this.database.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
