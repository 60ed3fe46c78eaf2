import type { TestApp } from '@opiring/platform/testing';
import { setStage } from './stage';
import { narrowed, walk } from './walk';

const QUERIES = '../../../../libs/journal/api/src/entry.queries';
const POLICY = '../../../../libs/journal/api/src/entry.policy';
const GUARDED = ['entries', 'entry_versions', 'entry_shares', 'entry_share_recipients'];

/** A fault to plant: what the queries lose. The policy then says yes to all, and the database looks away too. */
const FAULTS: [string, (sql: string) => string][] = [
  [
    'a missing where',
    (sql) => sql.replaceAll('e.id = $1 AND e.account_id = $2', 'e.id = $1 AND $2::uuid IS NOT NULL'),
  ],
  [
    'a lost share check',
    (sql) =>
      sql.replaceAll(
        'WHERE r.account_id = $2 AND m.ended_at IS NULL AND s.entry_id = $1',
        'WHERE $2::uuid IS NOT NULL AND s.entry_id = $1',
      ),
  ],
  [
    'a list of everybody’s',
    (sql) => sql.replaceAll('WHERE e.author_id = ANY($1)', 'WHERE $1::uuid[] IS NOT NULL'),
  ],
  [
    'an inbox of everybody’s',
    (sql) => sql.replaceAll('WHERE r.membership_id = ANY($1)', 'WHERE $1::uuid[] IS NOT NULL'),
  ],
];

/** A zero counts only where the walk is known to find what was planted. */
describe('the walk over all routes', () => {
  let app: TestApp | undefined;
  afterEach(async () => {
    await app?.close();
    app = undefined;
    jest.dontMock(QUERIES).dontMock(POLICY).resetModules();
  });

  it.each(FAULTS)(
    'finds %s',
    async (_, spoil) => {
      jest.resetModules();
      let spoiled = 0;
      jest.doMock(QUERIES, () => {
        const real = jest.requireActual<Record<string, string | ((...of: string[]) => string)>>(QUERIES);
        return Object.fromEntries(
          Object.entries(real).map(([name, value]) => {
            if (typeof value !== 'string') return [name, value];
            spoiled += spoil(value) === value ? 0 : 1;
            return [name, spoil(value)];
          }),
        );
      });
      jest.doMock(POLICY, () => {
        const real = jest.requireActual<Record<string, unknown>>(POLICY);
        const yes = (name: string): unknown => (name === 'entryAbilities' ? real[name] : () => true);
        return Object.fromEntries(Object.keys(real).map((name) => [name, yes(name)]));
      });
      const { testApp } = await import('@opiring/platform/testing');
      app = await testApp();
      const { routesOf } = await import('./routes');
      const routes = routesOf(app.nest).filter(
        ({ method, path }) => method === 'GET' && path.includes('entries'),
      );
      const stage = await setStage(app);
      for (const table of GUARDED) await app.database.query(`CREATE POLICY planted ON ${table} USING (true)`);
      const { leaks } = await walk(narrowed(stage), routes, [
        'programLeader',
        'participant',
        'exMember',
        'outsider',
      ]);
      expect(spoiled).toBeGreaterThan(0);
      expect(leaks.length).toBeGreaterThan(0);
    },
    120_000,
  );

  it('finds a folded passage that goes along', async () => {
    const { testApp } = await import('@opiring/platform/testing');
    app = await testApp();
    const { routesOf } = await import('./routes');
    const routes = routesOf(app.nest).filter(
      ({ method, path }) => method === 'GET' && path.includes('entries'),
    );
    await app.database.query('ALTER TABLE entry_versions DROP CONSTRAINT entry_versions_without_folds');
    await app.database.query(
      'CREATE OR REPLACE FUNCTION app.shareable(body jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN body',
    );
    const { leaks } = await walk(narrowed(await setStage(app)), routes, ['mentor']);
    expect(leaks.length).toBeGreaterThan(0);
  }, 120_000);
});
