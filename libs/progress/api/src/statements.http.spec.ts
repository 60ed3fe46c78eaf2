import {
  dayFromNow,
  statementsOf,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
  type WorldMember,
} from '@opiring/platform/testing';
import request from 'supertest';

interface Built {
  cohort: WorldCohort;
  leader: WorldMember;
  first: WorldMember;
}

async function build(world: World, people: number, activities: number): Promise<Built> {
  const cohort = await world.aCohort();
  const members = [];
  for (let at = 0; at < people; at++) members.push(await world.participant(cohort, `Juht ${at}`));
  const module = await world.module(cohort);
  for (let at = 0; at < activities; at++) await world.activity(module);
  for (let at = 0; at < activities / 3; at++) await world.meeting(cohort, at - 2);
  await world.edition(cohort);
  await world.database.query(
    `INSERT INTO activity_facts (membership_id, activity_id, cohort_id, done_at)
     SELECT m.id, a.id, $1, now() FROM memberships m, activities a WHERE m.cohort_id = $1 AND a.cohort_id = $1`,
    [cohort.id],
  );
  const [first] = members;
  if (!first) throw new Error('nobody came');
  return { cohort, leader: await world.programLeader(cohort), first };
}

describe('statements for a page of progress', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  afterAll(() => app.close());

  async function statements(who: WorldMember, path: string): Promise<number> {
    const cookie = await world.signIn(who);
    const told = await statementsOf(() => request(app.url).get(path).set('cookie', cookie).expect(200));
    expect(told[0]).toContain('app.open_session');
    return told.length;
  }

  it('are as many for three people as for thirty', async () => {
    for (const [people, activities] of [
      [3, 3],
      [30, 30],
    ] as const) {
      const { cohort, leader, first } = await build(world, people, activities);
      const at = `/api/cohorts/${cohort.id}`;
      expect(await statements(leader, `${at}/progress`)).toBe(3);
      expect(await statements(leader, `${at}/progress?by=activity`)).toBe(3);
      expect(await statements(leader, `${at}/progress?asOf=${dayFromNow(-3)}`)).toBe(4);
      expect(await statements(leader, `${at}/attention`)).toBe(2);
      expect(await statements(first, `${at}/call`)).toBe(3);
      await world.database.query(
        `INSERT INTO leader_marks (account_id, cohort_id, looked_at) VALUES ($1, $2, now() - interval '1 day')`,
        [leader.accountId, cohort.id],
      );
      expect(await statements(leader, `${at}/progress/changes`)).toBe(6);
      expect(await statements(first, `${at}/journey`)).toBe(4);
      expect(await statements(leader, `${at}/members/${first.membershipId}/progress`)).toBe(4);
    }
  });
});
