import type { ActivityView, ModuleView } from '@opiring/contract/curriculum';
import { testApp, type TestApp, World, type WorldCohort } from '@opiring/platform/testing';
import request from 'supertest';

/** Several things of the draft at once: all or nothing, and always with a way back. */
describe('steps of the draft', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let one: string;
  let two: string;
  let deeds: string[];
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  beforeEach(async () => {
    cohort = await world.aCohort();
    cookies['kadri'] = await world.signIn(await world.organizer(cohort));
    cookies['maarja'] = await world.signIn(await world.programLeader(cohort));
    cookies['marika'] = await world.signIn(await world.participant(cohort));
    cookies['outsider'] = await world.signIn(await world.organizer(await world.aCohort(), 'Võõras'));
    one = await world.module(cohort);
    two = await world.module(cohort);
    deeds = [];
    for (let n = 0; n < 4; n++) deeds.push(await world.activity(one, { kind: 'read' }));
    await world.activity(two, { kind: 'read' });
  });
  afterAll(() => app.close());

  const api = (method: 'get' | 'post' | 'patch' | 'delete' | 'put', path: string, who = 'kadri') =>
    request(app.url)
      [method](`/api/${path}`)
      .set('cookie', cookies[who] ?? '');
  const take = (body: object, who = 'kadri') =>
    api('post', `cohorts/${cohort.id}/draft-steps`, who).send(body);
  const step = (activities: object[], status = 201) => take({ activities }).expect(status);
  const draft = async (): Promise<ModuleView[]> =>
    (await api('get', `cohorts/${cohort.id}/curriculum`).expect(200)).body.modules;
  const standing = async (): Promise<string[][]> =>
    (await draft()).map(({ activities }) =>
      activities.filter((a) => a.draft !== 'retired').map(({ id }) => id),
    );
  const at = (n: number): string => deeds[n] ?? '';
  const find = async (id: string): Promise<ActivityView | undefined> =>
    (await draft()).flatMap(({ activities }) => activities).find((a) => a.id === id);

  it('move several to another module in one go, and back', async () => {
    const [, there = []] = await standing();
    const { body } = await step([
      { id: at(3), revision: 1, moduleId: two, position: 0 },
      { id: at(1), revision: 1, moduleId: two, position: 1 },
    ]);
    expect(body).toEqual({
      activities: [
        { id: at(3), revision: 2 },
        { id: at(1), revision: 2 },
      ],
      modules: [],
    });
    expect(await standing()).toEqual([
      [at(0), at(2)],
      [at(3), at(1), ...there],
    ]);
    await step([
      { id: at(3), revision: 2, moduleId: one, position: 3, after: at(2) },
      { id: at(1), revision: 2, moduleId: one, position: 1, after: at(0) },
    ]);
    expect(await standing()).toEqual([deeds, there]);
  });

  it('change one field of several, and nothing that is not the view’s to know', async () => {
    await app.database.query(`UPDATE activities SET slug = 'nimi' WHERE id = $1`, [at(0)]);
    await step(deeds.map((id) => ({ id, revision: 1, required: false })));
    const [module] = await draft();
    expect(module?.activities.map(({ required }) => required)).toEqual([false, false, false, false]);
    expect(await standing()).toMatchObject([deeds, [expect.any(String)]]);
    const { rows } = await app.database.query('SELECT slug FROM activities WHERE id = $1', [at(0)]);
    expect(rows).toEqual([{ slug: 'nimi' }]);
  });

  it('retire several and bring them back to their places; what was done stays done (rule 10)', async () => {
    await world.edition(cohort);
    await api('put', `activities/${at(1)}/done`, 'marika').expect(200);
    await step([
      { id: at(1), revision: 1, retired: true },
      { id: at(2), revision: 1, retired: true },
    ]);
    expect((await standing())[0]).toEqual([at(0), at(3)]);
    await api('patch', `activities/${at(1)}`)
      .set('if-match', '"2"')
      .send({ title: 'x' })
      .expect(409);
    await step([
      { id: at(2), revision: 2, retired: false, position: 2, after: at(1) },
      { id: at(1), revision: 2, retired: false, position: 1, after: at(0) },
    ]);
    expect((await standing())[0]).toEqual(deeds);
    expect(await find(at(1))).toMatchObject({ draft: 'same', revision: 3 });
    const { rows } = await app.database.query(
      'SELECT FROM activity_facts WHERE activity_id = $1 AND done_at IS NOT NULL',
      [at(1)],
    );
    expect(rows).toHaveLength(1);
  });

  it('retire a module with what is in it, and bring back what went with it and nothing else', async () => {
    await step([{ id: at(0), revision: 1, retired: true }]);
    await take({ modules: [{ id: one, revision: 1, retired: true }] }).expect(201);
    expect(await standing()).toHaveLength(1);
    await step([{ id: at(0), revision: 2, retired: false }], 409);
    await take({ modules: [{ id: one, revision: 2, retired: false, after: null }] }).expect(201);
    expect((await draft()).map(({ id }) => id)).toEqual([one, two]);
    expect((await standing())[0]).toEqual([at(1), at(2), at(3)]);
    await step([{ id: at(0), revision: 2, retired: false, after: null }]);
    expect((await standing())[0]).toEqual(deeds);
  });

  it('rearrange modules and bring a module back together with an activity', async () => {
    await api('delete', `modules/${two}`).expect(204);
    await take({
      modules: [{ id: two, revision: 2, retired: false, position: 0, title: 'Tagasi' }],
      activities: [{ id: at(0), revision: 1, moduleId: two, position: 0 }],
    }).expect(201);
    const modules = await draft();
    expect(modules.map(({ id, title }) => [id, title.et])).toEqual([
      [two, 'Tagasi'],
      [one, expect.any(String)],
    ]);
    expect(modules[0]?.activities[0]?.id).toBe(at(0));
  });

  it('refuse a stale step whole, and say what was changed meanwhile', async () => {
    await api('patch', `activities/${at(2)}`)
      .set('if-match', '"1"')
      .send({ title: 'Teise sõnad' })
      .expect(200);
    const before = await draft();
    const { body } = await step(
      deeds.map((id) => ({ id, revision: 1, moduleId: two })),
      412,
    );
    expect(body).toMatchObject({
      code: 'stale',
      current: {
        activities: [{ id: at(2), title: { et: 'Teise sõnad' }, revision: 2, retired: false }],
        modules: [],
      },
    });
    expect(await draft()).toEqual(before);
  });

  it('leave nothing half done where one of them cannot be', async () => {
    const elsewhere = await world.aCohort();
    const foreign = await world.module(elsewhere);
    const stray = await world.activity(foreign, { kind: 'read' });
    const before = await draft();
    const first = { id: at(0), revision: 1, position: 3 };
    await step([first, { id: stray, revision: 1, position: 0 }], 404);
    await step([first, { id: at(1), revision: 1, moduleId: foreign }], 404);
    await step([first, { id: at(0).toUpperCase(), revision: 1 }], 400);
    await step([first, { id: at(1), revision: 1, minutes: -1 }], 400);
    await step([first, { id: at(1), revision: 1, kind: 'watch' }], 400);
    await step([], 400);
    await take({ activities: Array.from({ length: 501 }, () => first) }).expect(400);
    await take({ modules: [{ id: one, revision: 1, startsOn: '2026-03-02', endsOn: '2026-03-01' }] }).expect(
      400,
    );
    await take({ modules: [{ id: foreign, revision: 1, retired: true }] }).expect(404);
    expect(await draft()).toEqual(before);
  });

  it('fill no module past its bound', async () => {
    const lines = Array.from({ length: 100 }, (_, n) => ({ kind: 'read', title: `Rida ${n}` }));
    const list = () => api('post', `modules/${two}/activity-lists`).send({ activities: lines });
    await list().expect(201);
    await list().expect(409);
    await api('post', `modules/${two}/activity-lists`)
      .send({ activities: lines.slice(0, 97) })
      .expect(201);
    await step(
      [0, 1, 2].map((n) => ({ id: at(n), revision: 1, moduleId: two })),
      409,
    );
    expect((await standing()).map(({ length }) => length)).toEqual([4, 198]);
    await step([0, 1].map((n) => ({ id: at(n), revision: 1, moduleId: two })));
  });

  it('write several lines at once, in order, all or none, and once for one key', async () => {
    const activities = [
      { kind: 'read', title: 'Loe', minutes: 20 },
      { kind: 'watch', title: { et: 'Vaata', ru: 'Смотри' }, required: false },
    ];
    const list = (more: object[] = []) =>
      api('post', `modules/${one}/activity-lists`).send({ activities: [...activities, ...more] });
    await list([{ kind: 'attend', title: 'Kohtumine' }]).expect(400);
    await list([{ kind: 'read', title: ' ' }]).expect(400);
    await api('post', `modules/${one}/activity-lists`).send({ activities: [] }).expect(400);
    expect(await standing()).toMatchObject([{ length: 4 }, { length: 1 }]);
    const [first, again] = await Promise.all(
      [0, 1].map(() => list().set('idempotency-key', `lines-${one}`).expect(201)),
    );
    expect(first?.body).toEqual(again?.body);
    const [module] = await draft();
    expect(module?.activities.slice(4)).toMatchObject([
      { title: { et: 'Loe' }, minutes: 20, required: true },
      { title: { et: 'Vaata', ru: 'Смотри' }, minutes: null, required: false, kind: 'watch' },
    ]);
    expect(module?.activities).toHaveLength(6);
  });

  it('are the organizer’s alone', async () => {
    const before = await draft();
    for (const [path, body] of [
      [`cohorts/${cohort.id}/draft-steps`, { activities: [{ id: at(0), revision: 1, retired: true }] }],
      [`modules/${one}/activity-lists`, { activities: [{ kind: 'read', title: 'x' }] }],
    ] as const) {
      const status = async (who: string) => (await api('post', path, who).send(body)).status;
      expect([path, await status('nobody'), await status('outsider')]).toEqual([path, 401, 404]);
      expect([path, await status('marika'), await status('maarja')]).toEqual([path, 403, 403]);
    }
    expect(await draft()).toEqual(before);
  });
});
