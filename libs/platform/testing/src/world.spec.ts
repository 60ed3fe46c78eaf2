import { testDatabase, type TestDatabase } from './test-database';
import { World } from './world';

describe('a world', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('stands with people, curriculum and a session', async () => {
    const world = new World(database.owner);
    const cohort = await world.aCohort();
    const [marika, ants] = [await world.participant(cohort), await world.participant(cohort, 'Ants')];
    await world.assignment(await world.mentor(cohort), marika);
    await world.pair(marika, ants);
    const module = await world.module(cohort);
    await world.activity(module, { kind: 'attend', meetingId: await world.meeting(cohort) });
    await world.edition(cohort);
    expect(await world.signIn(marika)).toMatch(/^opiring=/);
    const { rows } = await database.owner.query(
      `SELECT content->'modules'->0->'activities'->0->>'kind' AS kind FROM editions`,
    );
    expect(rows).toEqual([{ kind: 'attend' }]);
  });
});
