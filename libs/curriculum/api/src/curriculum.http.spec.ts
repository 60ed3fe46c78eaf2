import { testApp, type TestApp, World, type WorldCohort } from '@opiring/platform/testing';
import request from 'supertest';

/** The designer's week, from an empty draft to what the leaders see. */
describe('the curriculum', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let kadri: string;
  let maarja: string;
  let marika: string;
  let outsider: string;
  let admin: string;

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  beforeEach(async () => {
    cohort = await world.aCohort();
    kadri = await world.signIn(await world.organizer(cohort));
    maarja = await world.signIn(await world.programLeader(cohort));
    marika = await world.signIn(await world.participant(cohort));
    outsider = await world.signIn(await world.organizer(await world.aCohort(), 'Võõras'));
    admin = await world.signIn(await world.admin());
  });
  afterAll(() => app.close());

  const api = (method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string, cookie = kadri) =>
    request(app.url)[method](`/api/${path}`).set('cookie', cookie);
  const addModule = async (title = 'Moodul', more: object = {}) =>
    (
      await api('post', `cohorts/${cohort.id}/modules`)
        .send({ title, ...more })
        .expect(201)
    ).body;
  const addActivity = async (moduleId: string, title: string, more: object = {}) =>
    (
      await api('post', `modules/${moduleId}/activities`)
        .send({ kind: 'read', title, ...more })
        .expect(201)
    ).body;
  const publish = () => api('post', `cohorts/${cohort.id}/editions`);
  const read = async (cookie = kadri) =>
    (await api('get', `cohorts/${cohort.id}/curriculum`, cookie).expect(200)).body;
  const titles = (things: { title: { et: string } }[]) => things.map(({ title }) => title.et);

  it('takes a plain title in the programme’s language, and texts by language', async () => {
    expect(await addModule('Kuulamine')).toMatchObject({
      title: { et: 'Kuulamine' },
      revision: 1,
      activities: [],
    });
    const module = await addModule('x', { title: { et: 'Ring', ru: 'Круг' }, purpose: 'Milleks' });
    expect(module).toMatchObject({ title: { et: 'Ring', ru: 'Круг' }, purpose: { et: 'Milleks' } });
  });

  it('shows the draft to those who build and follow, and to leaders only what is published', async () => {
    const module = await addModule();
    await addActivity(module.id, 'Loe');
    expect(await read(marika)).toMatchObject({
      modules: [],
      edition: null,
      can: { edit: false, publish: false },
    });
    expect(await read(maarja)).toMatchObject({ changes: 2, can: { edit: false, publish: false } });
    const draft = await read();
    expect(draft).toMatchObject({
      changes: 2,
      can: { edit: true, publish: true },
      modules: [{ draft: 'new' }],
    });
    expect((await publish().expect(201)).body).toMatchObject({ number: 1, cohortId: cohort.id });
    const published = await read(marika);
    expect(published.modules).toEqual([
      expect.objectContaining({
        id: module.id,
        activities: [expect.objectContaining({ title: { et: 'Loe' } })],
      }),
    ]);
    expect(published.questions).toHaveLength(4);
    expect(JSON.stringify(published)).not.toMatch(/"(draft|revision)"/);
    expect(await read()).toMatchObject({ changes: 0, edition: { number: 1 }, modules: [{ draft: 'same' }] });
  });

  it('publishes only what is different', async () => {
    expect((await publish().expect(409)).body).toMatchObject({ code: 'nothing-to-publish' });
    await addModule();
    await publish().expect(201);
    await publish().expect(409);
    expect((await api('get', `cohorts/${cohort.id}/editions`).expect(200)).body.editions).toHaveLength(1);
  });

  it('publishes once however often one key is sent', async () => {
    await addModule();
    const [one, two] = await Promise.all(
      [0, 1].map(() => publish().set('idempotency-key', 'k1').expect(201)),
    );
    expect(one?.body).toEqual(two?.body);
  });

  it('says what changed, what is new, what goes', async () => {
    const module = await addModule();
    const [a, b, c] = [
      await addActivity(module.id, 'a'),
      await addActivity(module.id, 'b'),
      await addActivity(module.id, 'c'),
    ];
    await publish().expect(201);
    await api('patch', `activities/${a.id}`).set('if-match', '"1"').send({ title: 'A' }).expect(200);
    await api('delete', `activities/${b.id}`).expect(204);
    await addActivity(module.id, 'd');
    const states = (await read()).modules[0].activities.map((x: { id: string; draft: string }) => [
      x.id,
      x.draft,
    ]);
    expect(new Map(states).get(a.id)).toBe('changed');
    expect(new Map(states).get(b.id)).toBe('retired');
    expect(new Map(states).get(c.id)).toBe('same');
    expect(await read()).toMatchObject({ changes: 3, modules: [{ draft: 'same' }] });
  });

  it('moves things densely, within a module and to another', async () => {
    const [one, two] = [await addModule('1'), await addModule('2')];
    const made = [];
    for (const title of ['a', 'b', 'c', 'd']) made.push(await addActivity(one.id, title));
    const move = (id: string, revision: number, body: object) =>
      api('patch', `activities/${id}`).set('if-match', `"${revision}"`).send(body).expect(200);
    await move(made[3].id, 1, { position: 0 });
    await move(made[0].id, 1, { position: 99 });
    expect(titles((await read()).modules[0].activities)).toEqual(['d', 'b', 'c', 'a']);
    await move(made[1].id, 1, { moduleId: two.id, position: 0 });
    await move(made[3].id, 2, { moduleId: two.id });
    const { modules } = await read();
    expect(modules.map((m: { activities: [] }) => titles(m.activities))).toEqual([
      ['c', 'a'],
      ['b', 'd'],
    ]);
    const { rows } = await app.database.query(
      'SELECT position FROM activities WHERE cohort_id = $1 ORDER BY module_id, position',
      [cohort.id],
    );
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 0, 1]);
    await api('patch', `modules/${two.id}`).set('if-match', '"1"').send({ position: 0 }).expect(200);
    expect(titles((await read()).modules)).toEqual(['2', '1']);
  });

  it('asks for the revision and refuses a stale one with the thing as it is now', async () => {
    const module = await addModule('Vana');
    await api('patch', `modules/${module.id}`).send({ title: 'x' }).expect(428);
    const fresh = await api('patch', `modules/${module.id}`)
      .set('if-match', '"1"')
      .send({ title: 'Uus' })
      .expect(200);
    expect(fresh.headers['etag']).toBe('"2"');
    const stale = await api('patch', `modules/${module.id}`)
      .set('if-match', '"1"')
      .send({ title: 'Muu' })
      .expect(412);
    expect(stale.body).toMatchObject({ code: 'stale', current: { title: { et: 'Uus' }, revision: 2 } });
  });

  it('asks an answer for its question and attending for its meeting, of this cohort', async () => {
    const { id } = await addModule();
    const add = (body: object) => api('post', `modules/${id}/activities`).send({ title: 't', ...body });
    expect((await add({ kind: 'answer' }).expect(400)).body.code).toBe('question-needed');
    expect((await add({ kind: 'attend' }).expect(400)).body.code).toBe('meeting-needed');
    const elsewhere = await world.aCohort();
    await add({ kind: 'answer', moment: 'start', questionId: elsewhere.questions[0] }).expect(404);
    await add({ kind: 'attend', meetingId: await world.meeting(elsewhere) }).expect(404);
    await add({ kind: 'answer', moment: 'start', questionId: cohort.questions[0] }).expect(201);
    await add({ kind: 'attend', meetingId: await world.meeting(cohort) }).expect(201);
  });

  it('refuses what is no curriculum', async () => {
    const path = `cohorts/${cohort.id}/modules`;
    for (const body of [
      {},
      { title: '' },
      { title: {} },
      { title: { fi: 'Moduuli' } },
      { title: 7 },
      { title: 'x'.repeat(301) },
      { title: 'x', startsOn: '2026-02-30' },
      { title: 'x', startsOn: '2026-03-02', endsOn: '2026-03-01' },
      { title: 'x', cohortId: cohort.id },
    ]) {
      const answer = await api('post', path).send(body);
      expect([answer.status, body]).toEqual([400, body]);
    }
    const { id } = await addModule();
    await api('patch', `modules/${id}`).set('if-match', '"1"').send({ title: null }).expect(400);
    await api('post', `modules/${id}/activities`).send({ kind: 'exam', title: 'x' }).expect(400);
    await api('post', `modules/${id}/activities`)
      .send({ kind: 'read', title: 'x', link: 'javascript:1' })
      .expect(400);
  });

  it('is nobody’s from outside, and only the organizer’s to change', async () => {
    const module = await addModule();
    const activity = await addActivity(module.id, 'a');
    await publish().expect(201);
    const edits: [Parameters<typeof api>[0], string, object][] = [
      ['post', `cohorts/${cohort.id}/modules`, { title: 'x' }],
      ['patch', `modules/${module.id}`, { title: 'x' }],
      ['delete', `modules/${module.id}`, {}],
      ['post', `modules/${module.id}/activities`, { kind: 'read', title: 'x' }],
      ['patch', `activities/${activity.id}`, { title: 'x' }],
      ['delete', `activities/${activity.id}`, {}],
      ['post', `cohorts/${cohort.id}/editions`, {}],
      ['put', `questions/${cohort.questions[0]}/text`, { text: 'x' }],
    ];
    const before = await read();
    for (const [method, path, body] of edits) {
      const status = async (cookie: string) =>
        (await api(method, path, cookie).set('if-match', '"1"').send(body)).status;
      expect([path, await status('opiring=none'), await status(outsider), await status(admin)]).toEqual([
        path,
        401,
        404,
        404,
      ]);
      expect([path, await status(marika), await status(maarja)]).toEqual([path, 403, 403]);
    }
    await api('get', `cohorts/${cohort.id}/curriculum`, outsider).expect(404);
    await api('get', `cohorts/${cohort.id}/curriculum`, admin).expect(404);
    await api('get', `cohorts/${cohort.id}/editions`, marika).expect(403);
    await api('get', `cohorts/${cohort.id}/editions`, outsider).expect(404);
    expect(await read()).toEqual(before);
  });
});
