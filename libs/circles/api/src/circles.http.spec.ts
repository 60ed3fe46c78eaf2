import {
  dayFromNow,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
  type WorldMember,
} from '@opiring/platform/testing';
import request from 'supertest';

const circle = { heldOn: dayFromNow(-3), place: 'Rahvamaja', topic: 'Lasteaiakohad', people: 12 };

describe('circles held at home', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let activity: string;
  let host: WorldMember;
  const cookies: Record<string, string> = {};

  const get = (who: string, path = `/api/cohorts/${cohort.id}/circles`) =>
    request(app.url)
      .get(path)
      .set('cookie', cookies[who] ?? '');
  const record = (who: string, body: object = circle) =>
    request(app.url)
      .post(`/api/cohorts/${cohort.id}/circles`)
      .set('cookie', cookies[who] ?? '')
      .send(body);
  const correct = (who: string, id: string, revision: number, body: object) =>
    request(app.url)
      .patch(`/api/circles/${id}`)
      .set('cookie', cookies[who] ?? '')
      .set('if-match', `"${revision}"`)
      .send(body);
  const withdraw = (who: string, id: string, revision = 1) =>
    request(app.url)
      .delete(`/api/circles/${id}`)
      .set('cookie', cookies[who] ?? '')
      .set('if-match', `"${revision}"`);
  const facts = async (who: WorldMember) =>
    (
      await app.database.query('SELECT done_at FROM activity_facts WHERE membership_id = $1', [
        who.membershipId,
      ])
    ).rows;

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
    cohort = await world.aCohort();
    host = await world.participant(cohort);
    const other = await world.participant(cohort, 'Ants');
    const mentor = await world.mentor(cohort);
    const others = await world.mentor(cohort, 'Tiina');
    await world.assignment(mentor, host);
    await world.assignment(others, other);
    activity = await world.activity(await world.module(cohort), { kind: 'circle' });
    await world.edition(cohort);
    const elsewhere = await world.programLeader(await world.aCohort());
    const people = {
      host,
      other,
      mentor,
      others,
      organizer: await world.organizer(cohort),
      leader: await world.programLeader(cohort),
      elsewhere,
      admin: await world.admin(),
    };
    for (const [name, who] of Object.entries(people)) cookies[name] = await world.signIn(who);
  });
  afterAll(() => app.close());

  it('are told by a participant, and so their activity is done', async () => {
    const { body, headers } = await record('host', { ...circle, missingVoices: 'noored' }).expect(201);
    expect(body).toMatchObject({
      ...circle,
      missingVoices: 'noored',
      mine: true,
      revision: 1,
      can: { edit: true, withdraw: true },
    });
    expect(body.host).toMatchObject({ membershipId: host.membershipId, name: 'Marika' });
    expect(headers['etag']).toBe('"1"');
    const { rows } = await app.database.query(
      'SELECT activity_id FROM activity_facts WHERE membership_id = $1 AND done_at IS NOT NULL',
      [host.membershipId],
    );
    expect(rows).toEqual([{ activity_id: activity }]);
  });

  it('are told once, however often one request is sent', async () => {
    const once = () => record('other', { ...circle, topic: 'Üks kord' }).set('idempotency-key', 'circle-1');
    const [first, second] = [await once().expect(201), await once().expect(201)];
    expect(second.body).toEqual(first.body);
    await record('other', { ...circle, topic: 'Teine' })
      .set('idempotency-key', 'circle-1')
      .expect(422);
  });

  it.each([
    ['host', 1],
    ['other', 1],
    ['mentor', 1],
    ['others', 1],
    ['leader', 2],
  ])('show the %s %i', async (who, count) => {
    const { body } = await get(who).expect(200);
    expect(body.circles).toHaveLength(count);
    expect(body.can).toEqual({ record: who === 'host' || who === 'other' });
  });

  it('are not there for strangers, other cohorts, the organizer and the admin', async () => {
    await get('nobody').expect(401);
    await record('nobody').expect(401);
    for (const who of ['elsewhere', 'admin']) {
      await get(who).expect(404);
      await record(who).expect(404);
    }
    await get('organizer').expect(404);
    await get('host', '/api/cohorts/not-an-id/circles').expect(404);
    await get('host', `/api/cohorts/${cohort.id}/circles?after=somewhere`).expect(400);
  });

  it('are not told by those who hold none', async () => {
    for (const who of ['mentor', 'organizer', 'leader']) await record(who).expect(403);
  });

  it.each([
    [{ ...circle, heldOn: dayFromNow(3) }, 'heldOn'],
    [{ ...circle, heldOn: '2026-02-30' }, 'heldOn'],
    [{ ...circle, people: 0 }, 'people'],
    [{ ...circle, topic: '' }, 'topic'],
    [{ ...circle, hostId: 'x' }, 'hostId'],
  ])('refuse what cannot be: %#', async (body, field) => {
    const { body: problem } = await record('host', body).expect(400);
    expect(Object.keys(problem.fields)).toEqual([field]);
  });

  it('are corrected by their host, and the log keeps who, before and after', async () => {
    const { body: told } = await record('host', { ...circle, topic: 'Enne' }).expect(201);
    const { body } = await correct('host', told.id, 1, { topic: 'Pärast', people: 9 }).expect(200);
    expect(body).toMatchObject({ topic: 'Pärast', people: 9, place: circle.place, revision: 2 });
    const { rows } = await app.database.query(
      'SELECT changed_by, before, after FROM circle_changes WHERE circle_id = $1',
      [told.id],
    );
    expect(rows).toEqual([
      {
        changed_by: host.accountId,
        before: { ...circle, missingVoices: '', topic: 'Enne' },
        after: { ...circle, missingVoices: '', topic: 'Pärast', people: 9 },
      },
    ]);
    const { body: problem } = await correct('host', told.id, 1, { topic: 'Vana' }).expect(412);
    expect(problem.current).toMatchObject({ topic: 'Pärast', revision: 2 });
    await request(app.url)
      .patch(`/api/circles/${told.id}`)
      .set('cookie', cookies['host'] ?? '')
      .send({ people: 3 })
      .expect(428);
    await correct('host', told.id, 2, { heldOn: dayFromNow(2) }).expect(400);
    await correct('mentor', told.id, 2, { people: 3 }).expect(403);
    await correct('leader', told.id, 2, { people: 3 }).expect(403);
    for (const who of ['other', 'others', 'elsewhere', 'admin']) {
      await correct(who, told.id, 2, { people: 3 }).expect(404);
      await withdraw(who, told.id, 2).expect(404);
    }
    await correct('nobody', told.id, 2, { people: 3 }).expect(401);
    await withdraw('host', told.id, 1).expect(412);
    await withdraw('host', told.id, 2).expect(204);
    await withdraw('host', told.id, 3).expect(404);
  });

  it('leave every list when withdrawn, and with the last one its activity is open again', async () => {
    const lone = await world.participant(cohort, 'Liis');
    cookies['lone'] = await world.signIn(lone);
    const ids = [];
    for (const topic of ['Üks', 'Kaks'])
      ids.push((await record('lone', { ...circle, topic }).expect(201)).body.id as string);
    await withdraw('lone', ids[0] ?? '').expect(204);
    expect(await facts(lone)).toHaveLength(1);
    await withdraw('lone', ids[1] ?? '').expect(204);
    expect(await facts(lone)).toEqual([]);
    expect((await get('lone').expect(200)).body.circles).toEqual([]);
    await correct('lone', ids[0] ?? '', 2, { people: 1 }).expect(404);
  });
});
