// The one PostgreSQL of a test run: careless about disks, so that it is quick, and gone afterwards.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../../../../tools/migrate.mjs';
import { startPostgres } from '../../../../tools/postgres.mjs';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Starts the server and makes `opiring` the migrated template every spec file gets its own copy of. */
export default async function startTestServer() {
  const dataDir = join(root, '.cache/test-pg', String(process.pid));
  const server = await startPostgres({ dataDir, fsync: false });
  globalThis.stopTestServer = async () => {
    await server.stop();
    rmSync(server.home, { recursive: true, force: true });
  };
  try {
    await migrate(server.ownerUrl, server.appUrl);
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    // A template must have no visitors while it is copied.
    await client.query('ALTER DATABASE opiring WITH IS_TEMPLATE true ALLOW_CONNECTIONS false');
    await client.end();
  } catch (error) {
    await globalThis.stopTestServer();
    throw error;
  }
  process.env.OPIRING_TEST_ADMIN_URL = server.url;
  process.env.OPIRING_TEST_OWNER_URL = server.ownerUrl;
  process.env.OPIRING_TEST_APP_URL = server.appUrl;
}
