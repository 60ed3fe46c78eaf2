import { testApp, type TestApp } from '@opiring/platform/testing';
import { DataSource } from 'typeorm';

/** What the migrations made is what the entities say: every column there, and as willing to be empty. */
describe('entities', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('match the migrated tables', async () => {
    const { rows } = await app.database.query<{ at: string }>(
      `SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END AS at
         FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const there = new Set(rows.map(({ at }) => at));
    const entities = app.nest.get(DataSource).entityMetadatas;
    const told = entities.flatMap(({ tableName, columns }) =>
      columns.map(({ databaseName, isNullable }) => `${tableName}.${databaseName}${isNullable ? '?' : ''}`),
    );
    expect(told.filter((at) => !there.has(at))).toEqual([]);
    expect(entities.length).toBeGreaterThan(5);
  });
});
