import { testApp, type TestApp, World, type WorldCohort } from '@opiring/platform/testing';
import request from 'supertest';

describe('the pulse after a meeting', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let meeting: string;
  let leaders: string[];
  let steering: string;

  const get = (cookie: string) =>
    request(app.url).get(`/api/cohorts/${cohort.id}/pulse`).set('cookie', cookie);
  const give = (cookie: string, answer: string, id = meeting) =>
    request(app.url).post(`/api/meetings/${id}/pulse`).set('cookie', cookie).send({ answer });
  /** The meeting as if it had been held so many days earlier. */
  const held = (daysAgo: number) =>
    app.database.query(
      `UPDATE meetings SET starts_at = now() - make_interval(days => $2, hours => 7), ends_at = now() - make_interval(days => $2, hours => 1) WHERE id = $1`,
      [meeting, daysAgo],
    );

  beforeEach(async () => {
    app ??= await testApp();
    world ??= new World(app.database);
    cohort = await world.aCohort();
    leaders = [];
    for (const name of ['Marika', 'Ants', 'Liis', 'Toivo', 'Kersti'])
      leaders.push(await world.signIn(await world.participant(cohort, name)));
    steering = await world.signIn(await world.programLeader(cohort));
    meeting = await world.meeting(cohort);
    await held(0);
  });
  afterAll(() => app.close());

  it('asks each leader once, and shows the totals when the week is over and five have answered', async () => {
    const answers = ['fully', 'mostly', 'mostly', 'little', 'mostly'];
    expect((await get(leaders[0] ?? '').expect(200)).body).toMatchObject({
      ask: { meetingId: meeting, title: { et: 'Kohtumine' } },
      meetings: [],
    });
    for (const [index, answer] of answers.entries()) await give(leaders[index] ?? '', answer).expect(204);
    expect((await get(leaders[0] ?? '').expect(200)).body).toEqual({ ask: null, meetings: [] });
    expect((await get(steering).expect(200)).body).toEqual({ ask: null, meetings: [] });

    await held(9);
    const totals = { fully: 1, mostly: 3, little: 1, not: 0 };
    for (const cookie of [steering, leaders[2] ?? ''])
      expect((await get(cookie).expect(200)).body).toMatchObject({
        ask: null,
        meetings: [{ meetingId: meeting, totals }],
      });
  });

  it('says nothing of fewer than five answers, not even how many', async () => {
    for (const cookie of leaders.slice(0, 4)) await give(cookie, 'not').expect(204);
    await held(9);
    const { body } = await get(steering).expect(200);
    expect(body.meetings).toMatchObject([{ meetingId: meeting, totals: null }]);
  });

  it('says as little of a meeting after which nobody answered', async () => {
    await held(9);
    const { body } = await get(leaders[0] ?? '').expect(200);
    expect(body).toMatchObject({ ask: null, meetings: [{ meetingId: meeting, totals: null }] });
  });

  it('takes no second answer, none before the meeting is over and none after a week', async () => {
    const marika = leaders[0] ?? '';
    await give(marika, 'fully').expect(204);
    expect((await give(marika, 'not').expect(409)).body.code).toBe('pulse-answered');
    await held(9);
    expect((await give(leaders[1] ?? '', 'not').expect(409)).body.code).toBe('pulse-closed');
    const ahead = await world.meeting(cohort, 3);
    expect((await give(marika, 'not', ahead).expect(409)).body.code).toBe('pulse-closed');
  });

  it('counts one answer when the same person sends two at once', async () => {
    const marika = leaders[0] ?? '';
    const outcomes = await Promise.all([give(marika, 'fully'), give(marika, 'mostly')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([204, 409]);
    const { rows } = await app.database.query<{ people: number }>(
      'SELECT sum(people)::int AS people FROM pulse_totals WHERE meeting_id = $1',
      [meeting],
    );
    expect(rows).toEqual([{ people: 1 }]);
  });

  it('is answered by participants, and unknown to other cohorts', async () => {
    await give(steering, 'fully').expect(403);
    const stranger = await world.signIn(await world.participant(await world.aCohort()));
    await give(stranger, 'fully').expect(404);
    await get(stranger).expect(404);
    await give(leaders[0] ?? '', 'perhaps').expect(400);
  });

  it('keeps nothing that says who gave which answer: not to the server itself', async () => {
    await give(leaders[0] ?? '', 'not').expect(204);
    const columns = await app.database.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name IN ('pulse_totals', 'pulse_answered') ORDER BY 1`,
    );
    expect(columns.rows.map(({ name }) => name)).toEqual([
      'answer',
      'meeting_id',
      'meeting_id',
      'membership_id',
      'people',
    ]);
    const { rows } = await app.database.query<{ reads: boolean; writes: boolean }>(
      `SELECT has_table_privilege('opiring_app', 'pulse_totals', 'SELECT') AS reads,
              has_table_privilege('opiring_app', 'pulse_answered', 'INSERT') AS writes`,
    );
    expect(rows).toEqual([{ reads: false, writes: false }]);
  });
});
