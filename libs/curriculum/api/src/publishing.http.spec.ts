import { testApp, type TestApp, World, type WorldCohort } from '@opiring/platform/testing';
import request from 'supertest';

/** Publishing tells nobody, unless it is told to. */
describe('announcing what is published', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let kadri: string;
  let marika: string;

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  beforeEach(async () => {
    cohort = await world.aCohort();
    kadri = await world.signIn(await world.organizer(cohort));
    marika = await world.signIn(await world.participant(cohort));
    await world.mentor(cohort);
    await world.activity(await world.module(cohort), { kind: 'read' });
  });
  afterAll(() => app.close());

  const publish = (body?: object, cookie = kadri) =>
    request(app.url).post(`/api/cohorts/${cohort.id}/editions`).set({ cookie }).send(body);
  const announced = async () =>
    (await request(app.url).get(`/api/cohorts/${cohort.id}/announcements`).set('cookie', marika).expect(200))
      .body.announcements;
  const editions = async () =>
    (await app.database.query('SELECT FROM editions WHERE cohort_id = $1', [cohort.id])).rows.length;
  const announce = { title: 'Kava uuenes', body: 'Vaata, mis on uut.' };

  it('says nothing where nothing was asked for', async () => {
    await publish().expect(201);
    expect(await announced()).toEqual([]);
  });

  it('says it to everybody once, together with the edition, however often one key is sent', async () => {
    const answers = await Promise.all(
      [0, 1].map(() => publish({ announce }).set('idempotency-key', `announce-${cohort.id}`).expect(201)),
    );
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await announced()).toMatchObject([{ ...announce, audience: 'cohort', lang: 'et' }]);
    const { rows } = await app.database.query('SELECT FROM announcement_recipients WHERE cohort_id = $1', [
      cohort.id,
    ]);
    expect(rows).toHaveLength(2);
  });

  it('neither publishes nor says anything where the words cannot be taken, or nothing is new', async () => {
    for (const bad of [
      { title: '', body: 'x' },
      { title: 'x' },
      { ...announce, lang: 'fi' },
      'x',
      { ...announce, audience: 'cohort' },
    ])
      await publish({ announce: bad }).expect(400);
    expect(await editions()).toBe(0);
    await publish({ announce }, marika).expect(403);
    await publish().expect(201);
    await publish({ announce }).expect(409);
    expect(await announced()).toEqual([]);
  });
});
