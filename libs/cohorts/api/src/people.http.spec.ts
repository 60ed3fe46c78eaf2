import { testApp, type TestApp, World, type WorldCohort, type WorldMember } from '@opiring/platform/testing';
import request from 'supertest';

type Method = 'get' | 'post' | 'put' | 'delete';

describe('a cohort’s people', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  const member: Record<string, WorldMember> = {};
  const cookie: Record<string, string> = {};

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
    cookie['admin'] = await world.signIn(await world.admin());
    cookie['nobody'] = 'opiring=none';
  });
  beforeEach(async () => {
    cohort = await world.aCohort();
    const seats = {
      marika: await world.participant(cohort),
      ants: await world.participant(cohort, 'Ants'),
      helve: await world.mentor(cohort),
      tiina: await world.mentor(cohort, 'Tiina'),
      kadri: await world.organizer(cohort),
      maarja: await world.programLeader(cohort),
      outsider: await world.organizer(await world.aCohort(), 'Võõras'),
    };
    for (const [name, seat] of Object.entries(seats)) {
      member[name] = seat;
      cookie[name] = await world.signIn(seat);
    }
  });
  afterAll(() => app.close());

  const id = (name: string): string => member[name]?.membershipId ?? '';
  const as = (name: string, method: Method, path: string) =>
    request(app.url)
      [method](`/api/${path}`)
      .set('cookie', cookie[name] ?? '');
  const people = async (name: string) =>
    (await as(name, 'get', `cohorts/${cohort.id}/people`).expect(200)).body;
  const add = (name: string, body: object) => as(name, 'post', `cohorts/${cohort.id}/people`).send(body);

  it('are seen by members; addresses only by those who take people in', async () => {
    const seen = await people('marika');
    expect(seen).toMatchObject({ cohort: { id: cohort.id }, can: { invite: false, assign: false } });
    expect(seen.people).toHaveLength(6);
    expect(Object.keys(seen.people[0]).sort()).toEqual(
      ['membershipId', 'municipality', 'name', 'occupation', 'role', 'seat'].sort(),
    );
    const known = await people('kadri');
    expect(known.people[0]).toMatchObject({ email: member['marika']?.email, ended: false, mentorId: null });
    const admins = await people('admin');
    expect(admins).toMatchObject({ can: { invite: true, assign: false } });
    expect(admins.people[0]).not.toHaveProperty('mentorId');
    await as('outsider', 'get', `cohorts/${cohort.id}/people`).expect(404);
    await as('outsider', 'get', `cohorts/${cohort.id}`).expect(404);
    await as('marika', 'get', `cohorts/${cohort.id}`).expect(200);
    await as('marika', 'get', `cohorts/${cohort.id}/people?after=x`).expect(400);
  });

  it('are taken in by address, on the lowest free seat, once', async () => {
    const body = { email: 'Uus@World.example', name: 'Uus', role: 'participant', municipality: 'Kuusiku' };
    const made = await add('admin', body).expect(201);
    expect(made.body).toMatchObject({ name: 'Uus', seat: 3, municipality: 'Kuusiku', ended: false });
    expect((await add('kadri', { ...body, email: 'uus@world.example' }).expect(409)).body.code).toBe(
      'already-member',
    );
    expect((await add('kadri', { ...body, email: 'b@world.example', seat: 1 }).expect(409)).body.code).toBe(
      'seat-taken',
    );
    await add('kadri', { email: 'm@world.example', name: 'M', role: 'mentor', seat: 9 }).expect(400);
    await add('kadri', { ...body, email: 'no address' }).expect(400);
    await add('kadri', { ...body, role: 'admin' }).expect(400);
    await add('marika', body).expect(403);
    await add('outsider', body).expect(404);
    await add('nobody', body).expect(401);
  });

  it('get different seats when taken in at once', async () => {
    const made = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        add('kadri', { email: `n${n}-${cohort.id}@world.example`, name: 'N', role: 'participant' }),
      ),
    );
    expect(made.map(({ body }) => body.seat).sort()).toEqual([3, 4, 5, 6]);
  });

  it('leave, with all that tied them, and come back to their seat', async () => {
    await as('kadri', 'put', `cohorts/${cohort.id}/participants/${id('marika')}/mentor`).send({
      mentorId: id('helve'),
    });
    await as('kadri', 'post', `cohorts/${cohort.id}/pairs`).send({
      firstId: id('marika'),
      secondId: id('ants'),
    });
    await as('marika', 'delete', `memberships/${id('ants')}`).expect(403);
    await as('outsider', 'delete', `memberships/${id('ants')}`).expect(404);
    await as('kadri', 'delete', `memberships/${id('kadri')}`).expect(409);
    await as('kadri', 'delete', `memberships/${id('marika')}`).expect(204);
    await as('kadri', 'delete', `memberships/${id('marika')}`).expect(204);
    await as('marika', 'get', `cohorts/${cohort.id}/people`).expect(404);
    const { people: rows } = await people('kadri');
    expect(rows[0]).toMatchObject({
      membershipId: id('marika'),
      ended: true,
      mentorId: null,
      partnerId: null,
    });
    expect((await people('ants')).people).toHaveLength(5);
    const back = await add('kadri', {
      email: member['marika']?.email,
      name: 'Marika',
      role: 'participant',
    }).expect(201);
    expect(back.body).toMatchObject({ membershipId: id('marika'), seat: 1, ended: false });
  });

  it('rule 13: a new mentor takes over, and who accompanied before stays known', async () => {
    const assign = (name: string, mentor: string, participant = 'marika') =>
      as(name, 'put', `cohorts/${cohort.id}/participants/${id(participant)}/mentor`).send({
        mentorId: id(mentor),
      });
    expect((await assign('kadri', 'helve').expect(200)).body).toMatchObject({ mentorId: id('helve') });
    await assign('kadri', 'helve').expect(200);
    await assign('maarja', 'tiina').expect(200);
    const { rows } = await app.database.query(
      'SELECT mentor_id, assigned_by, ended_by FROM mentor_assignments WHERE participant_id = $1 ORDER BY assigned_at, id',
      [id('marika')],
    );
    const [kadri, maarja] = [member['kadri']?.accountId, member['maarja']?.accountId];
    expect(rows).toEqual([
      { mentor_id: id('helve'), assigned_by: kadri, ended_by: maarja },
      { mentor_id: id('tiina'), assigned_by: maarja, ended_by: null },
    ]);
    await assign('kadri', 'ants').expect(404);
    await assign('kadri', 'helve', 'tiina').expect(404);
    const elsewhere = await world.aCohort();
    member['foreign mentor'] = await world.mentor(elsewhere);
    member['foreign leader'] = await world.participant(elsewhere);
    await assign('kadri', 'foreign mentor').expect(404);
    await assign('kadri', 'helve', 'foreign leader').expect(404);
    await assign('marika', 'helve').expect(403);
    await assign('admin', 'helve').expect(403);
    await assign('outsider', 'helve').expect(404);
  });

  it('are paired two by two', async () => {
    const pair = (name: string, first: string, second: string) =>
      as(name, 'post', `cohorts/${cohort.id}/pairs`).send({ firstId: id(first), secondId: id(second) });
    const made = await Promise.all(
      [0, 1, 2, 3].flatMap(() => [pair('kadri', 'marika', 'ants'), pair('maarja', 'ants', 'marika')]),
    );
    expect(made.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(made.filter(({ status }) => status === 409)).toHaveLength(7);
    const { body } = made.find(({ status }) => status === 201) ?? {};
    expect((await people('kadri')).people[0]).toMatchObject({ partnerId: id('ants'), pairId: body.id });
    await pair('kadri', 'marika', 'marika').expect(400);
    await pair('kadri', 'marika', 'helve').expect(404);
    await pair('ants', 'marika', 'ants').expect(403);
    await as('ants', 'delete', `pairs/${body.id}`).expect(403);
    await as('outsider', 'delete', `pairs/${body.id}`).expect(404);
    await as('kadri', 'delete', `pairs/${body.id}`).expect(204);
    await pair('kadri', 'marika', 'ants').expect(201);
  });

  it('rest when it is agreed', async () => {
    const path = `cohorts/${cohort.id}/members/${id('marika')}/pauses`;
    const pause = { fromOn: '2020-01-01', untilOn: '2999-12-31', reason: 'Vanemapuhkus.' };
    expect((await as('maarja', 'post', path).send(pause).expect(201)).body).toMatchObject(pause);
    expect((await people('kadri')).people[0]).toMatchObject({ pausedUntil: '2999-12-31' });
    await as('maarja', 'post', path)
      .send({ ...pause, fromOn: '2026-01-02', untilOn: '2026-01-01' })
      .expect(400);
    await as('maarja', 'post', path)
      .send({ ...pause, reason: ' ' })
      .expect(400);
    await as('maarja', 'post', path)
      .send({ ...pause, reason: undefined })
      .expect(400);
    await as('marika', 'post', path).send(pause).expect(403);
    await as('outsider', 'post', path).send(pause).expect(404);
    await as('marika', 'delete', path).expect(403);
    await as('kadri', 'delete', path).expect(204);
    expect((await people('kadri')).people[0]).toMatchObject({ pausedUntil: null });
  });
});
