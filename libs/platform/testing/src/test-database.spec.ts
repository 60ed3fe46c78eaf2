import pg from 'pg';
import { testDatabase, type TestDatabase } from './test-database';

describe('a database of one’s own', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('is migrated', async () => {
    const { rows } = await database.owner.query<{ name: string }>('SELECT name FROM migration');
    expect(rows.length).toBeGreaterThan(0);
  });

  it('lets the API in as a role that owns nothing and may bypass nothing', async () => {
    const app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
    const { rows } = await app.query(
      `SELECT rolsuper OR rolbypassrls OR rolcreaterole AS mighty,
              (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
       FROM pg_roles WHERE rolname = current_user`,
    );
    await app.end();
    expect(rows).toEqual([{ mighty: false, owned: 0 }]);
  });
});
