import type { CohortStandingView } from '@opiring/contract/standings';
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

describe('cohorts beside one another', () => {
  let app: TestApp;
  let world: World;
  let maarja: WorldMember;
  let cookie: string;
  const cohorts: Record<string, WorldCohort> = {};

  const list = (as = cookie) => request(app.url).get('/api/cohort-standings').set('cookie', as);
  const standings = async (): Promise<CohortStandingView[]> =>
    ((await list().expect(200)).body as { cohorts: CohortStandingView[] }).cohorts;

  /** A cohort that began so many days ago, with meetings, modules, facts and what was answered after the first meeting. */
  async function begun(daysAgo: number, people: number): Promise<WorldCohort> {
    const cohort = await world.aCohort();
    const { database } = world;
    await database.query('UPDATE cohorts SET starts_on = $2 WHERE id = $1', [
      cohort.id,
      dayFromNow(-daysAgo),
    ]);
    const members: WorldMember[] = [];
    for (let n = 0; n < people; n++) members.push(await world.participant(cohort, `Juht ${n}`));
    const held = await world.meeting(cohort, -20);
    await world.meeting(cohort, 9);
    const first = await world.module(cohort, dayFromNow(-30));
    const activity = await world.activity(first);
    await world.activity(await world.module(cohort, dayFromNow(30)));
    await world.edition(cohort);
    for (const [n, { membershipId }] of members.entries()) {
      await database.query(
        'INSERT INTO attendances (meeting_id, membership_id, cohort_id, state) VALUES ($1, $2, $3, $4)',
        [held, membershipId, cohort.id, n === 0 ? 'absent' : 'present'],
      );
      if (n % 2 === 0) {
        await database.query(
          'INSERT INTO activity_facts (membership_id, activity_id, cohort_id, done_at) VALUES ($1, $2, $3, now())',
          [membershipId, activity, cohort.id],
        );
      }
    }
    await database.query(
      `INSERT INTO circles (cohort_id, host_id, held_on, place, topic, people) VALUES ($1, $2, $3, 'Rahvamaja', 'Lasteaed', 14)`,
      [cohort.id, members[0]?.membershipId, dayFromNow(-4)],
    );
    await database.query(
      `INSERT INTO pulse_totals (meeting_id, answer, people) VALUES ($1, 'fully', $2), ($1, 'little', 1)`,
      [held, people - 1],
    );
    return cohort;
  }

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
    cohorts['later'] = await begun(40, 6);
    cohorts['earlier'] = await begun(60, 3);
    cohorts['elsewhere'] = await begun(50, 6);
    maarja = await world.programLeader(cohorts['later']);
    await world.programLeader(cohorts['earlier'], maarja);
    await world.organizer(cohorts['elsewhere'], maarja);
    cookie = await world.signIn(maarja);
  }, 120_000);
  afterAll(() => app.close());

  it('stand in the order in which they began; only those one leads', async () => {
    const told = await standings();
    expect(told.map(({ cohort }) => cohort.id)).toEqual([cohorts['earlier']?.id, cohorts['later']?.id]);
    expect(told[1]?.membershipId).toBe(maarja.membershipId);
  });

  it('say the numbers of each cohort’s own overview (rule 11)', async () => {
    const later = (await standings())[1];
    const { body } = await request(app.url)
      .get(`/api/cohorts/${cohorts['later']?.id}/progress`)
      .set('cookie', cookie)
      .expect(200);
    const count = (state: string, at: number): number =>
      body.members.filter(({ states }: { states: string[] }) => states[at] === state).length;
    expect(later?.members).toBe(6);
    expect(later?.modules.map(({ states }) => states)).toEqual(
      [0, 1].map((at) =>
        Object.fromEntries(
          ['done', 'begun', 'ahead', 'paused', 'closed', 'excused'].map((state) => [state, count(state, at)]),
        ),
      ),
    );
    expect(later?.modules[0]?.states).toMatchObject({ done: 3, ahead: 3 });
    expect(later?.meetings.map(({ state, attended, day }) => [state, attended, day])).toEqual([
      ['held', 5, dayFromNow(-20)],
      ['planned', null, dayFromNow(9)],
    ]);
    expect(later?.circles).toEqual({ held: body.totals.circles, people: body.totals.people });
    expect(later?.certificates).toEqual({ certificate: 0, statement: 0, open: 6 });
    expect(later?.meetings[0]?.pulse).toEqual({ fully: 5, mostly: 0, little: 1, not: 0 });
  });

  it('say no total about fewer than five (rule 7)', async () => {
    const [earlier] = await standings();
    expect(earlier).toMatchObject({ members: 3, circles: null, certificates: null });
    expect(earlier?.modules.map(({ states }) => states)).toEqual([null, null]);
    expect(earlier?.meetings.map(({ attended, pulse }) => [attended, pulse])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('tell nobody’s name', async () => {
    expect(JSON.stringify(await standings())).not.toMatch(/Juht \d/);
  });

  it('cost as many statements for two as for five', async () => {
    const count = async (): Promise<number> => (await statementsOf(() => list().expect(200))).length;
    await list();
    const before = await count();
    for (const daysAgo of [70, 80, 90]) await world.programLeader(await begun(daysAgo, 5), maarja);
    await list();
    expect(await count()).toBe(before);
    expect(before).toBe(4);
    expect(await standings()).toHaveLength(5);
  }, 60_000);

  it('are nobody else’s: not of who is not signed in, not of organizers, mentors, participants or admins', async () => {
    await request(app.url).get('/api/cohort-standings').expect(401);
    const others = [
      await world.organizer(cohorts['later']!),
      await world.mentor(cohorts['later']!),
      await world.participant(cohorts['later']!, 'Uus'),
      await world.admin(),
    ];
    for (const other of others) await list(await world.signIn(other)).expect(404);
    const gone = await world.programLeader(cohorts['later']!, 'Läinud');
    await world.endMembership(gone);
    await list(await world.signIn(gone)).expect(404);
  });
});
