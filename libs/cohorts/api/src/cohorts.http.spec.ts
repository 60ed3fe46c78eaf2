import { testApp, type TestApp, World } from '@opiring/platform/testing';
import request from 'supertest';

describe('an installation without a demo', () => {
  let app: TestApp;
  let world: World;
  let admin: string;

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
    admin = await world.signIn(await world.admin());
  });
  afterAll(() => app.close());

  const post = (path: string, body: object, cookie = admin) =>
    request(app.url).post(`/api/${path}`).set('cookie', cookie).send(body);
  const get = (path: string, cookie = admin) => request(app.url).get(`/api/${path}`).set('cookie', cookie);
  const programme = {
    slug: 'uus-programm',
    title: 'Uus programm',
    questions: ['Mis?', { et: 'Kuidas?', ru: 'Как?' }],
  };

  it('gets its programme, its cohort and its people from the admin', async () => {
    const made = await post('programmes', programme).expect(201);
    expect(made.body).toMatchObject({ slug: 'uus-programm', title: { et: 'Uus programm' }, cohorts: [] });
    const sent = { programmeId: made.body.id, name: 'I lend', startsOn: '2026-10-01', endsOn: '2027-01-31' };
    const cohort = (await post('cohorts', sent).expect(201)).body;
    expect(cohort).toMatchObject({
      programmeSlug: 'uus-programm',
      timeZone: 'Europe/Tallinn',
      startsOn: '2026-10-01',
    });
    const kadri = { email: 'kadri@uus.example', name: 'Kadri', role: 'organizer' };
    await post(`cohorts/${cohort.id}/people`, kadri).expect(201);
    const { rows } = await app.database.query(
      'SELECT id AS "accountId", email, name FROM accounts WHERE email = $1',
      [kadri.email],
    );
    const cookie = await world.signIn(rows[0]);
    const { body } = await get(`cohorts/${cohort.id}/curriculum`, cookie).expect(200);
    expect(body.questions.map(({ text }: { text: object }) => text)).toEqual([
      { et: 'Mis?' },
      { et: 'Kuidas?', ru: 'Как?' },
    ]);
    expect((await get('programmes', cookie).expect(200)).body).toMatchObject([
      { cohorts: [{ id: cohort.id }] },
    ]);
    const question = body.questions[0].id;
    const reword = (text: string) =>
      request(app.url)
        .put(`/api/questions/${question}/text`)
        .set('cookie', cookie)
        .send({ text })
        .expect(200);
    expect((await reword('Mis on?')).body).toMatchObject({ version: 2, text: { et: 'Mis on?' } });
    expect((await reword('Mis on?')).body).toMatchObject({ version: 2 });
    const kept = await app.database.query(
      'SELECT text FROM guiding_question_versions WHERE question_id = $1',
      [question],
    );
    expect(kept.rows).toHaveLength(2);
  });

  it('refuses what is no programme or cohort', async () => {
    await post('programmes', { ...programme, slug: 'No Slug' }).expect(400);
    await post('programmes', { ...programme, slug: 'x', questions: [''] }).expect(400);
    expect((await post('programmes', programme).expect(409)).body.code).toBe('already-there');
    const [{ id }] = (await get('programmes').expect(200)).body;
    const sent = { programmeId: id, name: 'x', startsOn: '2026-10-01', endsOn: '2027-01-31' };
    await post('cohorts', { ...sent, endsOn: '2026-09-30' }).expect(400);
    await post('cohorts', { ...sent, timeZone: 'Mars/Olympus' }).expect(400);
    await post('cohorts', { ...sent, programmeId: '0198a000-0000-7000-8000-000000000001' }).expect(404);
  });

  it('lets nobody else found anything', async () => {
    const cohort = await world.aCohort();
    const sent = { programmeId: cohort.programmeId, name: 'x', startsOn: '2026-10-01', endsOn: '2027-01-31' };
    for (const member of [await world.participant(cohort), await world.organizer(cohort)]) {
      const cookie = await world.signIn(member);
      await post('programmes', { ...programme, slug: 'y' }, cookie).expect(403);
      await post('cohorts', sent, cookie).expect(403);
      await get('programmes', cookie).expect(member.role === 'organizer' ? 200 : 403);
    }
    await post('programmes', programme, 'opiring=none').expect(401);
    await get('programmes', 'opiring=none').expect(401);
  });
});
