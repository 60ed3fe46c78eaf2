import { testApp, type TestApp, World, type WorldCohort, type WorldMember } from '@opiring/platform/testing';
import request from 'supertest';

type Method = 'get' | 'post' | 'put' | 'patch';

describe('meetings', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  const member: Record<string, WorldMember> = {};
  const cookie: Record<string, string> = { nobody: 'opiring=none' };

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
    cohort = await world.aCohort();
    const seats = {
      marika: await world.participant(cohort),
      ants: await world.participant(cohort, 'Ants'),
      helve: await world.mentor(cohort),
      kadri: await world.organizer(cohort),
      maarja: await world.programLeader(cohort),
      outsider: await world.organizer(await world.aCohort(), 'Võõras'),
    };
    for (const [name, seat] of Object.entries(seats)) {
      member[name] = seat;
      cookie[name] = await world.signIn(seat);
    }
    cookie['admin'] = await world.signIn(await world.admin());
    await world.assignment(seats.helve, seats.marika);
  });
  afterAll(() => app.close());

  const id = (name: string): string => member[name]?.membershipId ?? '';
  const as = (name: string, method: Method, path: string) =>
    request(app.url)
      [method](`/api/${path}`)
      .set('cookie', cookie[name] ?? '');
  const list = async (name: string) =>
    (await as(name, 'get', `cohorts/${cohort.id}/meetings`).expect(200)).body;
  const seenBy = async (name: string, meeting: string) =>
    (await list(name)).meetings.find((view: { id: string }) => view.id === meeting);
  const times = { startsAt: '2030-05-02T07:00:00Z', endsAt: '2030-05-02T13:30:00Z' };
  const plan = (name: string, body: object = {}) =>
    as(name, 'post', `cohorts/${cohort.id}/meetings`).send({ title: 'Kuulamine', ...times, ...body });

  it('are planned by the organizer and seen by members', async () => {
    const made = (await plan('kadri', { place: { et: 'Tallinn' } }).expect(201)).body;
    expect(made).toMatchObject({
      title: { et: 'Kuulamine' },
      state: 'planned',
      revision: 1,
      can: { edit: true },
    });
    expect(await seenBy('marika', made.id)).toMatchObject({
      can: { edit: false, reply: true },
      myReply: null,
    });
    expect(await list('marika')).toMatchObject({ can: { plan: false } });
    await plan('kadri', { endsAt: times.startsAt }).expect(400);
    await plan('kadri', { title: '' }).expect(400);
    await plan('kadri', { startsAt: 'tomorrow' }).expect(400);
    await plan('kadri', { startsAt: '2030-W05-1' }).expect(400);
    expect((await plan('maarja')).status).toBe(403);
    for (const name of ['outsider', 'admin']) {
      await plan(name).expect(404);
      await as(name, 'get', `cohorts/${cohort.id}/meetings`).expect(404);
    }
    await plan('nobody').expect(401);
  });

  it('move and keep their identity; who moved them stays known (rule 13)', async () => {
    const { id: meeting } = (await plan('kadri')).body;
    const change = (name: string, revision: number, body: object) =>
      as(name, 'patch', `meetings/${meeting}`).set('if-match', `"${revision}"`).send(body);
    const later = { startsAt: '2030-05-09T07:00:00Z', endsAt: '2030-05-09T13:30:00Z', reason: 'torm' };
    const moved = await change('kadri', 1, later).expect(200);
    expect(moved.body).toMatchObject({ id: meeting, revision: 2, movedFrom: '2030-05-02T07:00:00.000Z' });
    expect(moved.headers['etag']).toBe('"2"');
    expect((await change('kadri', 1, { title: 'x' }).expect(412)).body.current).toMatchObject({
      revision: 2,
    });
    await as('kadri', 'patch', `meetings/${meeting}`).send({ title: 'x' }).expect(428);
    await change('kadri', 2, { startsAt: null }).expect(400);
    await change('maarja', 2, { title: 'x' }).expect(403);
    await change('outsider', 2, { title: 'x' }).expect(404);
    const file = await as('marika', 'get', `meetings/${meeting}/calendar.ics`).expect(200);
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(file.text).toContain(`UID:meeting-${meeting}@opiring`);
    expect(file.text).toContain('SEQUENCE:2');
    await as('outsider', 'get', `meetings/${meeting}/calendar.ics`).expect(404);
    const { rows } = await app.database.query(
      'SELECT changed_by, reason FROM meeting_changes WHERE meeting_id = $1',
      [meeting],
    );
    expect(rows).toEqual([{ changed_by: member['kadri']?.accountId, reason: 'torm' }]);
  });

  it('are answered by those they are for, until they are over', async () => {
    const meeting = await world.meeting(cohort, 3);
    const answer = (name: string, coming: unknown, which = meeting) =>
      as(name, 'put', `meetings/${which}/reply`).send({ coming });
    expect((await answer('marika', true).expect(200)).body).toMatchObject({ myReply: true, coming: 1 });
    expect((await answer('helve', true).expect(200)).body).toMatchObject({ coming: 2 });
    expect((await answer('marika', false).expect(200)).body).toMatchObject({ myReply: false, coming: 1 });
    await answer('marika', 'yes').expect(400);
    await answer('kadri', true).expect(403);
    await answer('outsider', true).expect(404);
    expect((await answer('marika', true, await world.meeting(cohort, -3)).expect(409)).body.code).toBe(
      'meeting-over',
    );
  });

  it('keep who was there, and every correction (rule 13)', async () => {
    const meeting = await world.meeting(cohort, -4);
    const record = (name: string, state: string, who = 'marika') =>
      as(name, 'put', `meetings/${meeting}/attendance/${id(who)}`).send({ state });
    expect((await record('maarja', 'absent').expect(200)).body).toMatchObject({
      membershipId: id('marika'),
      state: 'absent',
    });
    await record('kadri', 'present').expect(200);
    await record('kadri', 'present').expect(200);
    await record('kadri', 'online', 'ants').expect(200);
    await record('kadri', 'asleep').expect(400);
    await record('kadri', 'present', 'helve').expect(404);
    await record('kadri', 'present', 'outsider').expect(404);
    await record('marika', 'present').expect(403);
    await record('outsider', 'present').expect(404);
    const path = `meetings/${meeting}/attendance/changes`;
    const { changes } = (await as('maarja', 'get', path).expect(200)).body;
    expect(
      changes.map(({ before, after, changedBy }: Record<string, string>) => [before, after, changedBy]),
    ).toEqual([
      [null, 'online', 'Kadri'],
      ['absent', 'present', 'Kadri'],
      [null, 'absent', 'Maarja'],
    ]);
    await as('marika', 'get', path).expect(403);
    await as('outsider', 'get', path).expect(404);
    expect((await seenBy('maarja', meeting)).attendance).toHaveLength(2);
    expect(await seenBy('marika', meeting)).toMatchObject({ myAttendance: 'present' });
    expect(await seenBy('marika', meeting)).not.toHaveProperty('attendance');
    expect((await seenBy('helve', meeting)).attendance).toEqual([
      { membershipId: id('marika'), state: 'present' },
    ]);
  });

  it('that are called off are not attended', async () => {
    const meeting = await world.meeting(cohort, -2);
    await as('kadri', 'patch', `meetings/${meeting}`)
      .set('if-match', '"1"')
      .send({ cancelled: true, reason: 'haigus' })
      .expect(200);
    await as('kadri', 'put', `meetings/${meeting}/attendance/${id('marika')}`)
      .send({ state: 'present' })
      .expect(409);
    expect(await seenBy('marika', meeting)).toMatchObject({ state: 'cancelled', can: { reply: false } });
  });
});
