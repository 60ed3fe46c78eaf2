import {
  dayFromNow,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
  type WorldMember,
} from '@opiring/platform/testing';
import request from 'supertest';

describe('as it stood at a day’s end', () => {
  let app: TestApp;
  let cohort: WorldCohort;
  let marika: WorldMember;
  let ants: WorldMember;
  const cookies: Record<string, string> = {};
  let meeting = '';
  let read = '';

  const get = (path: string, who = 'maarja') =>
    request(app.url)
      .get(`/api/cohorts/${cohort.id}/${path}`)
      .set('cookie', cookies[who] ?? '');
  const matrix = async (days: number) => (await get(`progress?asOf=${dayFromNow(days)}`).expect(200)).body;
  const page = async (days: number) =>
    (await get(`members/${marika.membershipId}/progress?asOf=${dayFromNow(days)}`).expect(200)).body;
  const ago = (table: string, column: string, days: number, where = 'cohort_id = $1') =>
    app.database.query(
      `UPDATE ${table} SET ${column} = now() - make_interval(days => ${days}) WHERE ${where}`,
      where.includes('$1') ? [cohort.id] : [],
    );
  const attend = (state: string) =>
    request(app.url)
      .put(`/api/meetings/${meeting}/attendance/${marika.membershipId}`)
      .set('cookie', cookies['maarja'] ?? '')
      .send({ state })
      .expect(200);

  beforeAll(async () => {
    app = await testApp();
    const world = new World(app.database);
    cohort = await world.aCohort();
    marika = await world.participant(cohort, 'Marika');
    ants = await world.participant(cohort, 'Ants');
    const helve = await world.mentor(cohort);
    cookies['maarja'] = await world.signIn(await world.programLeader(cohort));
    cookies['marika'] = await world.signIn(marika);
    cookies['ants'] = await world.signIn(ants);
    await world.pair(marika, ants);
    await world.assignment(helve, marika);
    meeting = await world.meeting(cohort, -30);
    const module = await world.module(cohort, dayFromNow(-60));
    read = await world.activity(module, { kind: 'read' });
    await world.edition(cohort);
    await ago('editions', 'published_at', 50);
    const later = await world.module(cohort, dayFromNow(-5));
    await world.activity(later, { kind: 'watch' });
    await world.edition(cohort);
    await ago('editions', 'published_at', 6, 'cohort_id = $1 AND number = 2');
    await ago('memberships', 'created_at', 60);
    await ago('memberships', 'created_at', 15, `id = '${ants.membershipId}'`);
    for (const [table, column, days] of [
      ['meetings', 'created_at', 60],
      ['learning_pairs', 'created_at', 15],
      ['mentor_assignments', 'assigned_at', 40],
    ] as const)
      await ago(table, column, days);
    // Recorded on the day, corrected ten days ago.
    await attend('absent');
    await ago('attendance_changes', 'changed_at', 30);
    await attend('online');
    await ago('attendance_changes', 'changed_at', 10, `after = 'online'`);
    await app.database.query(
      `INSERT INTO activity_facts (membership_id, activity_id, cohort_id, begun_at, done_at)
       VALUES ($1, $2, $3, now() - interval '20 days', now() - interval '12 days')`,
      [marika.membershipId, read, cohort.id],
    );
    // Told eighteen days ago with nine people, put right three days ago; withdrawn yesterday.
    const circle = await request(app.url)
      .post(`/api/cohorts/${cohort.id}/circles`)
      .set('cookie', cookies['marika'] ?? '')
      .send({ heldOn: dayFromNow(-19), place: 'Köök', topic: 'Buss', people: 9 })
      .expect(201);
    await ago('circles', 'recorded_at', 18);
    const change = (method: 'patch' | 'delete', revision: number, status: number) =>
      request(app.url)
        [method](`/api/circles/${circle.body.id}`)
        .set('cookie', cookies['marika'] ?? '')
        .set('if-match', `"${revision}"`)
        .send(method === 'patch' ? { people: 12 } : undefined)
        .expect(status);
    await change('patch', circle.body.revision, 200);
    await ago('circle_changes', 'changed_at', 3);
    await change('delete', circle.body.revision + 1, 204);
    await ago('circles', 'withdrawn_at', 1);
    await app.database.query(
      `INSERT INTO agreed_pauses (cohort_id, membership_id, from_on, until_on, created_at, ended_at)
       VALUES ($1, $2, $3, $4, now() - interval '25 days', now() - interval '21 days')`,
      [cohort.id, marika.membershipId, dayFromNow(-24), dayFromNow(20)],
    );
  });
  afterAll(() => app.close());

  it('shows each fact from its day on, and a correction only from the day it was made', async () => {
    const row = async (days: number) => (await matrix(days)).members[0];
    expect(await row(-55)).toMatchObject({ name: 'Marika', states: [], attendance: [null] });
    expect(await row(-31)).toMatchObject({ states: ['ahead'], attendance: [null], pausedUntil: null });
    expect(await row(-28)).toMatchObject({ attendance: ['absent'] });
    expect(await row(-23)).toMatchObject({ states: ['paused'], pausedUntil: dayFromNow(20) });
    expect(await row(-17)).toMatchObject({ states: ['begun'], circles: 1, pausedUntil: null });
    expect(await row(-11)).toMatchObject({ states: ['done'], attendance: ['absent'] });
    expect(await row(-9)).toMatchObject({ attendance: ['online'] });
    expect(await row(-4)).toMatchObject({ states: ['done', 'ahead'], circles: 1 });
    expect((await get('progress').expect(200)).body.members[0]).toMatchObject({ circles: 0 });
  });

  it('counts who was there and what was told then', async () => {
    const sums = async (days: number) => {
      const { members, totals, cohort: then } = await matrix(days);
      expect(then.today).toBe(dayFromNow(days));
      return [members.length, totals.circles, totals.people, totals.lastMeetingAttended];
    };
    expect(await sums(-40)).toEqual([1, 0, 0, null]);
    expect(await sums(-17)).toEqual([1, 1, 9, 0]);
    expect(await sums(-8)).toEqual([2, 1, 9, 1]);
    expect(await sums(-2)).toEqual([2, 1, 12, 1]);
  });

  it('is the same on the leader’s own page (rule 11), with whom they walked then', async () => {
    for (const days of [-45, -31, -28, -23, -17, -11, -9, -4, -2]) {
      const [row, own] = [(await matrix(days)).members[0], await page(days)];
      expect(own.modules.map(({ state }: { state: string }) => state)).toEqual(row.states);
      expect(own.meetings.map(({ attendance }: { attendance: string }) => attendance)).toEqual(
        row.attendance,
      );
      expect(own.circles).toHaveLength(row.circles);
      expect(own.certificate.state).toBe(row.certificate);
      expect(own.pausedUntil).toBe(row.pausedUntil);
      expect(own.mentor?.name).toBe(days < -40 ? undefined : 'Helve');
      expect(own.partner?.name).toBe(days < -15 ? undefined : 'Ants');
    }
  });

  it('agrees with today where the day is today', async () => {
    const { body } = await get('progress').expect(200);
    expect((await get(`progress?asOf=${body.cohort.today}`).expect(200)).body).toEqual(body);
    const own = `members/${marika.membershipId}/progress`;
    expect((await get(`${own}?asOf=${body.cohort.today}`).expect(200)).body).toEqual(
      (await get(own).expect(200)).body,
    );
  });

  it('knows no day that is none, none to come, and nobody who was not there yet', async () => {
    for (const bad of ['2026-02-31', 'eile', '2026-1-1', dayFromNow(2), '']) {
      for (const path of ['progress', `members/${marika.membershipId}/progress`]) {
        const { body } = await get(`${path}?asOf=${bad}`).expect(400);
        expect(body.fields).toHaveProperty('asOf');
      }
    }
    await get(`members/${ants.membershipId}/progress?asOf=${dayFromNow(-20)}`).expect(404);
    await get(`members/${marika.membershipId}/progress?asOf=${dayFromNow(-5)}`, 'ants').expect(404);
    await get(`progress?asOf=${dayFromNow(-5)}`, 'ants').expect(404);
  });
});
