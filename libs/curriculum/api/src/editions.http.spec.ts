import { testApp, type TestApp, World, type WorldCohort, type WorldMember } from '@opiring/platform/testing';
import type { ActivityView, ChangeView } from '@opiring/contract/curriculum';
import request from 'supertest';

/** The draft beside what is published, and the published states one after another. */
describe('changes and editions', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let leaders: WorldMember[];
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  beforeEach(async () => {
    cohort = await world.aCohort();
    leaders = [];
    for (let n = 0; n < 6; n++) leaders.push(await world.participant(cohort, `Juht ${n}`));
    cookies['kadri'] = await world.signIn(await world.organizer(cohort, 'Kadri'));
    cookies['maarja'] = await world.signIn(await world.programLeader(cohort));
    cookies['marika'] = await world.signIn(leaders[0] as WorldMember);
    cookies['outsider'] = await world.signIn(await world.organizer(await world.aCohort(), 'Võõras'));
    cookies['admin'] = await world.signIn(await world.admin());
  });
  afterAll(() => app.close());

  const api = (method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string, who = 'kadri') =>
    request(app.url)
      [method](`/api/${path}`)
      .set('cookie', cookies[who] ?? '');
  const of = (path: string) => `cohorts/${cohort.id}/${path}`;
  const made = async (path: string, body: object = {}) =>
    (await api('post', path).send(body).expect(201)).body;
  const changes = async (): Promise<ChangeView[]> =>
    (await api('get', of('changes')).expect(200)).body.changes;
  const change = (id: string, revision: number, body: object) =>
    api('patch', `activities/${id}`).set('if-match', `"${revision}"`).send(body).expect(200);
  const done = async (activityId: string, howMany: number) => {
    for (const { membershipId } of leaders.slice(0, howMany))
      await app.database.query(
        `INSERT INTO activity_facts (membership_id, activity_id, cohort_id, done_at) VALUES ($1, $2, $3, now())`,
        [membershipId, activityId, cohort.id],
      );
  };
  /** A module of three activities, published once. */
  async function published(): Promise<{ module: string; read: string; watch: string; talk: string }> {
    const { id: module } = await made(of('modules'), { title: 'Moodul' });
    const add = (kind: string, title: string) => made(`modules/${module}/activities`, { kind, title });
    const [read, watch, talk] = [
      await add('read', 'Loe'),
      await add('watch', 'Vaata'),
      await add('talk', 'Räägi'),
    ];
    await made(of('editions'));
    return { module, read: read.id, watch: watch.id, talk: talk.id };
  }

  it('say everything is added before the first edition, and nothing right after it', async () => {
    const { id } = await made(of('modules'), { title: 'Moodul' });
    expect(await changes()).toMatchObject([{ kind: 'added', what: 'module', id, before: null, done: null }]);
    await made(of('editions'));
    expect(await changes()).toEqual([]);
  });

  it('are data: what, which fields, and the words before and after', async () => {
    const { module, read, talk } = await published();
    const { id: gone } = await made(`modules/${module}/activities`, { kind: 'read', title: 'Ära' });
    await made(of('editions'));
    await change(read, 1, { title: 'Loe kaks', minutes: 20 });
    await change(talk, 1, { position: 0 });
    await api('delete', `activities/${gone}`).expect(204);
    const { id: fresh } = await made(`modules/${module}/activities`, { kind: 'read', title: 'Uus' });
    const found = await changes();
    expect(found.map(({ kind, id, fields }) => ({ kind, id, fields }))).toEqual([
      { kind: 'moved', id: talk, fields: ['place'] },
      { kind: 'changed', id: read, fields: ['title', 'minutes'] },
      { kind: 'added', id: fresh, fields: [] },
      { kind: 'removed', id: gone, fields: [] },
    ]);
    expect((await api('get', of('curriculum'))).body.changes).toBe(found.length);
    expect(found[0]).toMatchObject({ from: 2, to: 0, moduleId: module });
    expect(found[1]).toMatchObject({
      before: { title: { et: 'Loe' }, minutes: null },
      after: { title: { et: 'Loe kaks' }, minutes: 20 },
    });
  });

  it('count who has done what changes, but never fewer than five (rule 7)', async () => {
    const { read, watch, talk } = await published();
    await done(read, 5);
    await done(watch, 4);
    for (const id of [read, watch, talk]) await api('delete', `activities/${id}`).expect(204);
    const counted = new Map((await changes()).map(({ id, done: n }) => [id, n]));
    expect([read, watch, talk].map((id) => counted.get(id))).toEqual([5, null, null]);
  });

  it.each([
    ['maarja', 200],
    ['marika', 403],
    ['outsider', 404],
    ['admin', 404],
    ['nobody', 401],
  ])('open to %s with %i', async (who, status) => {
    await published();
    const { id } = (await api('get', of('editions')).expect(200)).body.editions[0];
    await api('get', of('changes'), who).expect(status);
    await api('get', of('editions'), who).expect(status);
    await api('get', of(`editions/${id}`), who).expect(status);
    await api('put', of(`editions/${id}/draft`), who).expect(status === 200 ? 403 : status);
  });

  it('name who published and when, and show each state whole', async () => {
    const { read } = await published();
    await change(read, 1, { title: 'Teine' });
    await made(of('editions'));
    const { editions } = (await api('get', of('editions')).expect(200)).body;
    expect(editions).toMatchObject([
      { number: 2, publishedBy: 'Kadri', publishedAt: expect.stringMatching(/^\d{4}-/) },
      { number: 1, publishedBy: 'Kadri' },
    ]);
    const first = (await api('get', of(`editions/${editions[1].id}`)).expect(200)).body;
    expect(first).toMatchObject({ number: 1, can: { restore: true } });
    expect(first.modules[0].activities.map(({ title }: ActivityView) => title.et)).toEqual([
      'Loe',
      'Vaata',
      'Räägi',
    ]);
    await api('get', of(`editions/${cohort.id}`)).expect(404);
    await api('get', of('editions/first')).expect(404);
  });

  it('bring an edition back into the draft, and undo nothing that was done (rule 10)', async () => {
    const { module, read, watch, talk } = await published();
    const { id: first } = (await api('get', of('editions'))).body.editions[0];
    await done(watch, 2);
    await change(read, 1, { title: 'Teisiti', position: 2 });
    await api('delete', `activities/${watch}`).expect(204);
    const { id: later } = await made(of('modules'), { title: 'Hilisem' });
    await change(talk, 1, { moduleId: later });
    await made(of('editions'));
    const seen = () => api('get', of('curriculum'), 'marika').expect(200);
    const before = (await seen()).body;
    await api('put', of(`editions/${first}/draft`)).expect(204);
    expect((await seen()).body).toEqual(before);
    const draft = (await api('get', of('curriculum')).expect(200)).body.modules.filter(
      ({ draft: state }: { draft: string }) => state !== 'retired',
    );
    expect(draft).toHaveLength(1);
    expect(draft[0].id).toBe(module);
    const now = draft[0].activities.filter(({ draft: state }: ActivityView) => state !== 'retired');
    expect(now.map(({ title }: ActivityView) => title.et)).toEqual(['Loe', 'Vaata', 'Räägi']);
    const revisions = now.map(({ revision }: ActivityView) => revision);
    await api('put', of(`editions/${first}/draft`)).expect(204);
    const again = (await api('get', of('curriculum')).expect(200)).body.modules[0].activities;
    expect(again.map(({ revision }: ActivityView) => revision)).toEqual(revisions);
    await made(of('editions'));
    const { rows } = await app.database.query(
      'SELECT FROM activity_facts WHERE activity_id = $1 AND done_at IS NOT NULL',
      [watch],
    );
    expect(rows).toHaveLength(2);
  });

  it('bring back nothing of another cohort', async () => {
    await published();
    const { id } = (await api('get', of('editions'))).body.editions[0];
    cohort = await world.aCohort();
    cookies['kadri'] = await world.signIn(await world.organizer(cohort));
    await api('put', of(`editions/${id}/draft`)).expect(404);
    await api('get', of(`editions/${id}`)).expect(404);
  });
});
