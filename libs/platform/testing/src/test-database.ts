import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of one's own: migrated, empty, gone after `drop()`. */
export interface TestDatabase {
  /** As the owner of the tables: sees everything, for building and inspecting a world. */
  readonly ownerUrl: string;
  /** As the API connects: bound by row-level security. */
  readonly appUrl: string;
  /** A connected client of the owner's. */
  readonly owner: pg.Client;
  drop(): Promise<void>;
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this spec through jest.api.config.mjs`);
  return value;
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: fromEnvironment('OPIRING_TEST_ADMIN_URL') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Copies the migrated template; a few hundred milliseconds, so once per spec file rather than per test. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE opiring OWNER opiring_owner`);
  const ownerUrl = withDatabase(fromEnvironment('OPIRING_TEST_OWNER_URL'), name);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  return {
    ownerUrl,
    appUrl: withDatabase(fromEnvironment('OPIRING_TEST_APP_URL'), name),
    owner,
    drop: async () => {
      await owner.end();
      await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
