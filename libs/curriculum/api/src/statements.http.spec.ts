import { testApp, type TestApp, World, type WorldCohort, type WorldMember } from '@opiring/platform/testing';
import pg from 'pg';
import request from 'supertest';

/** Reads cost at most four statements, the session's included, however large the cohort is. */
describe('statements per request', () => {
  let app: TestApp;
  let world: World;
  const worlds: { cohort: WorldCohort; members: WorldMember[]; activity: string }[] = [];

  async function grow(people: number, activities: number): Promise<void> {
    const cohort = await world.aCohort();
    const mentor = await world.mentor(cohort);
    const members = [mentor, await world.organizer(cohort), await world.programLeader(cohort)];
    for (let n = 0; n < people; n++) {
      const participant = await world.participant(cohort, `Juht ${n}`);
      await world.assignment(mentor, participant);
      members.push(participant);
      if (n % 3 === 0) await world.meeting(cohort, n - 5);
    }
    const module = await world.module(cohort);
    let activity = '';
    for (let n = 0; n < activities; n++) activity = await world.activity(module, { kind: 'read' });
    await world.edition(cohort);
    worlds.push({ cohort, members, activity });
  }

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
    await grow(2, 2);
    await grow(14, 12);
  });
  afterAll(() => app.close());

  /** Every statement of this process but the transaction's own frame. */
  async function counted(ask: () => PromiseLike<{ status: number }>): Promise<number> {
    const spy = jest.spyOn(pg.Client.prototype, 'query');
    const { status } = await ask();
    const said = spy.mock.calls.map(([query]) => {
      const text: unknown = typeof query === 'string' ? query : (query as { text?: string }).text;
      return String(text);
    });
    spy.mockRestore();
    expect(status).toBeLessThan(300);
    return said.filter((text) => !/^(BEGIN|START TRANSACTION|COMMIT)$/i.test(text)).length;
  }

  it.each(['', '/people', '/meetings', '/curriculum', '/editions', '/changes'])(
    'GET /api/cohorts/:cohortId%s stays within four, and the same for few and many',
    async (path) => {
      const counts: number[][] = [[], []];
      for (const [index, { cohort, members }] of worlds.entries()) {
        for (const member of members.slice(0, 4)) {
          if (
            ['/editions', '/changes'].includes(path) &&
            !['organizer', 'program_leader'].includes(member.role)
          )
            continue;
          const cookie = await world.signIn(member);
          const ask = () => request(app.url).get(`/api/cohorts/${cohort.id}${path}`).set('cookie', cookie);
          counts[index]?.push(await counted(ask));
        }
      }
      expect(counts[0]).toEqual(counts[1]);
      for (const count of counts.flat()) expect([2, 3, 4]).toContain(count);
    },
  );

  it('rearranges with as many statements for twelve as for two', async () => {
    const counts = [];
    for (const { members, activity } of worlds) {
      const organizer = members.find(({ role }) => role === 'organizer');
      const cookie = organizer ? await world.signIn(organizer) : '';
      const move = () =>
        request(app.url)
          .patch(`/api/activities/${activity}`)
          .set({ cookie, 'if-match': '"1"' })
          .send({ position: 0 });
      counts.push(await counted(move));
    }
    expect(counts[0]).toBe(counts[1]);
  });

  it('takes a step of many things with as many statements as a step of one', async () => {
    const cohort = await world.aCohort();
    const cookie = await world.signIn(await world.organizer(cohort));
    const modules: string[] = [];
    const activities: string[] = [];
    for (let m = 0; m < 12; m++) {
      const module = await world.module(cohort);
      modules.push(module);
      for (let n = 0; n < 40; n++) activities.push(await world.activity(module, { kind: 'read' }));
    }
    const revised = new Map([...modules, ...activities].map((id) => [id, 1]));
    const take = (some: string[], body: object) => {
      const steps = some.map((id) => ({ id, revision: revised.get(id), ...body }));
      for (const id of some) revised.set(id, (revised.get(id) ?? 0) + 1);
      return request(app.url)
        .post(`/api/cohorts/${cohort.id}/draft-steps`)
        .set({ cookie })
        .send({ activities: steps });
    };
    const counts = [];
    for (const some of [activities.slice(0, 1), activities.slice(0, 150)])
      counts.push(await counted(() => take(some, { moduleId: modules[11], position: 0 })));
    expect(counts[0]).toBe(counts[1]);
    for (const path of ['curriculum', 'changes'])
      expect(
        await counted(() => request(app.url).get(`/api/cohorts/${cohort.id}/${path}`).set({ cookie })),
      ).toBeLessThanOrEqual(4);
  });
});
