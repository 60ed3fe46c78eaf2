import { testApp, type TestApp, World, type WorldCohort } from '@opiring/platform/testing';
import fc from 'fast-check';
import request from 'supertest';

type Deed =
  | { do: 'done' | 'retire' | 'rename' | 'move'; which: number; place: number }
  | { do: 'retire-module' | 'add' | 'publish'; which: number };

const which = fc.nat(20);
const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom('done' as const, 'retire' as const, 'rename' as const, 'move' as const),
      which,
      place: fc.nat(8),
    }),
    fc.record({ do: fc.constantFrom('retire-module' as const, 'add' as const, 'publish' as const), which }),
  ),
  { minLength: 6, maxLength: 16 },
);

describe('rule 10: nothing done ever becomes undone through a curriculum edit', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  afterAll(() => app.close());

  const rows = async (sql: string, cohort: WorldCohort) => (await app.database.query(sql, [cohort.id])).rows;
  const doneIn = async (cohort: WorldCohort): Promise<Map<string, string>> =>
    new Map(
      (
        await rows(
          'SELECT activity_id, done_at FROM activity_facts WHERE cohort_id = $1 AND done_at IS NOT NULL',
          cohort,
        )
      ).map((row) => [String(row.activity_id), (row.done_at as Date).toISOString()]),
    );

  async function carryOut(deed: Deed, cohort: WorldCohort, kadri: string, marika: string): Promise<number> {
    const modules = await rows('SELECT id, revision FROM modules WHERE cohort_id = $1 ORDER BY id', cohort);
    const activities = await rows(
      'SELECT id, revision FROM activities WHERE cohort_id = $1 ORDER BY id',
      cohort,
    );
    const module = modules[deed.which % modules.length];
    const activity = activities[deed.which % activities.length];
    const send = (
      method: 'post' | 'put' | 'patch' | 'delete',
      path: string,
      body: object = {},
      cookie = kadri,
    ) =>
      request(app.url)
        [method](`/api/${path}`)
        .set('cookie', cookie)
        .set('if-match', `"${activity?.revision}"`)
        .send(body);
    const answer = await {
      done: () => send('put', `activities/${activity?.id}/done`, {}, marika),
      retire: () => send('delete', `activities/${activity?.id}`),
      rename: () => send('patch', `activities/${activity?.id}`, { title: `nimi ${deed.which}` }),
      move: () =>
        send('patch', `activities/${activity?.id}`, {
          moduleId: module?.id,
          position: 'place' in deed ? deed.place : 0,
        }),
      'retire-module': () => send('delete', `modules/${module?.id}`),
      add: () => send('post', `modules/${module?.id}/activities`, { kind: 'read', title: 'uus' }),
      publish: () => send('post', `cohorts/${cohort.id}/editions`),
    }[deed.do]();
    return answer.status;
  }

  it('whatever is edited, moved, retired and published in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (sequence) => {
        const cohort = await world.aCohort();
        const kadri = await world.signIn(await world.organizer(cohort));
        const marika = await world.signIn(await world.participant(cohort));
        for (let n = 0; n < 2; n++) {
          const module = await world.module(cohort);
          for (let m = 0; m < 3; m++) await world.activity(module, { kind: 'read' });
        }
        await world.edition(cohort);
        // Something is done before anything is edited: a run in which nobody did anything would prove nothing.
        expect(await carryOut({ do: 'done', which: sequence.length, place: 0 }, cohort, kadri, marika)).toBe(
          200,
        );
        let before = await doneIn(cohort);
        expect(before.size).toBe(1);
        for (const deed of sequence) {
          expect(await carryOut(deed, cohort, kadri, marika)).toBeLessThan(500);
          const after = await doneIn(cohort);
          for (const [activity, at] of before) expect(after.get(activity)).toBe(at);
          before = after;
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
