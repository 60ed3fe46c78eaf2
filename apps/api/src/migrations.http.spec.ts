import { runMigrations } from './testing/run-migrations';
import { testDatabase, type TestDatabase, World } from '@opiring/platform/testing';

/** Line 20 of the reliability page. */
describe('migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const tables = async (): Promise<string> => {
    const { rows } = await database.owner.query<{ shape: string }>(
      `SELECT string_agg(table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable, E'\\n' ORDER BY table_name, column_name) AS shape
         FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    return rows[0]?.shape ?? '';
  };
  const policies = async (): Promise<unknown> =>
    (
      await database.owner.query(
        `SELECT tablename, policyname, qual, with_check FROM pg_policies ORDER BY 1, 2`,
      )
    ).rows;

  it('go down and up again on a populated database, to the same tables and policies', async () => {
    const world = new World(database.owner);
    const cohort = await world.aCohort();
    await world.participant(cohort);
    const [before, guards] = [await tables(), await policies()];
    await runMigrations(database, 4);
    expect(await tables()).not.toBe(before);
    await runMigrations(database);
    expect(await tables()).toBe(before);
    expect(await policies()).toEqual(guards);
    const { rows } = await database.owner.query('SELECT id FROM cohorts WHERE id = $1', [cohort.id]);
    expect(rows).toHaveLength(1);
  }, 60_000);

  it('may be run by two processes at once', async () => {
    await runMigrations(database, 2);
    await Promise.all([runMigrations(database), runMigrations(database)]);
    const { rows } = await database.owner.query<{ twice: number }>(
      'SELECT count(*) - count(DISTINCT name) AS twice FROM migration',
    );
    expect(Number(rows[0]?.twice)).toBe(0);
  }, 60_000);

  it('leave no guarded table without row-level security', async () => {
    const { rows } = await database.owner.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r' ORDER BY 1`,
    );
    const guarded = [
      'api_tokens',
      'attention_set_asides',
      'calendar_feeds',
      'call_request_sightings',
      'call_requests',
      'certificate_revocations',
      'certificate_showings',
      'certificates',
      'conversations',
      'deliveries',
      'entries',
      'entry_readings',
      'entry_share_recipients',
      'entry_shares',
      'entry_versions',
      'erased_facts',
      'leader_marks',
      'notes',
      'pulse_answered',
      'question_arcs',
      'receivers',
      'replies',
      'whole_versions',
    ];
    expect(rows.map(({ relname }) => relname)).toEqual(guarded);
  });

  it('hold no score, like, vote, rank or sentiment of people', async () => {
    expect(await tables()).not.toMatch(/score|_like|likes|vote|rank|sentiment|airtime|grade|points/i);
  });
});
