import { testApp, type TestApp, World, type WorldCohort, type WorldMember } from '@opiring/platform/testing';
import type { ChangesView } from '@opiring/contract/changes';
import request from 'supertest';

describe('what changed since one last looked', () => {
  let app: TestApp;
  let cohort: WorldCohort;
  let marika: WorldMember;
  let ants: WorldMember;
  let meeting = '';
  let read = '';
  const cookies: Record<string, string> = {};
  const send = (who: string, method: 'get' | 'put', path: string, body?: object) =>
    request(app.url)
      [method](`/api/cohorts/${cohort.id}/${path}`)
      .set('cookie', cookies[who] ?? '')
      .send(body);
  const changes = async (who = 'maarja'): Promise<ChangesView> =>
    (await send(who, 'get', 'progress/changes').expect(200)).body;
  const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

  beforeAll(async () => {
    app = await testApp();
    const world = new World(app.database);
    cohort = await world.aCohort();
    marika = await world.participant(cohort, 'Marika');
    ants = await world.participant(cohort, 'Ants');
    cookies['maarja'] = await world.signIn(await world.programLeader(cohort));
    cookies['merle'] = await world.signIn(await world.programLeader(cohort, 'Merle'));
    cookies['kadri'] = await world.signIn(await world.organizer(cohort));
    cookies['helve'] = await world.signIn(await world.mentor(cohort));
    cookies['marika'] = await world.signIn(marika);
    meeting = await world.meeting(cohort, -30);
    read = await world.activity(await world.module(cohort), { kind: 'read' });
    await world.edition(cohort);
    for (const [table, column] of [
      ['memberships', 'created_at'],
      ['meetings', 'created_at'],
      ['editions', 'published_at'],
    ])
      await app.database.query(
        `UPDATE ${table} SET ${column} = now() - interval '20 days' WHERE cohort_id = $1`,
        [cohort.id],
      );
  });
  afterAll(() => app.close());

  it('is nothing before one ever took note', async () => {
    expect(await changes()).toEqual({ since: null, until: expect.any(String), changes: [] });
  });

  it('is each fact that is another one now, in seat order, until one takes note of it', async () => {
    const until = minutesAgo(30);
    const { body } = await send('maarja', 'put', 'progress/changes/mark', { until }).expect(200);
    expect(body).toEqual({ since: until, until: expect.any(String), changes: [] });
    await request(app.url)
      .put(`/api/meetings/${meeting}/attendance/${ants.membershipId}`)
      .set('cookie', cookies['maarja'] ?? '')
      .send({ state: 'part' })
      .expect(200);
    await request(app.url)
      .post(`/api/cohorts/${cohort.id}/circles`)
      .set('cookie', cookies['marika'] ?? '')
      .send({ heldOn: minutesAgo(3 * 24 * 60).slice(0, 10), place: 'CANARY', topic: 'CANARY', people: 7 })
      .expect(201);
    await app.database.query(
      'INSERT INTO activity_facts (membership_id, activity_id, cohort_id, done_at) VALUES ($1, $2, $3, now())',
      [marika.membershipId, read, cohort.id],
    );
    const told = await changes();
    expect(told.changes).toEqual([
      expect.objectContaining({ name: 'Marika', kind: 'module' }),
      expect.objectContaining({ name: 'Marika', kind: 'circle', held: 1 }),
      expect.objectContaining({ name: 'Ants', kind: 'attendance', before: null, after: 'part' }),
    ]);
    expect(JSON.stringify(told)).not.toContain('CANARY');
    expect(await changes('merle')).toMatchObject({ since: null, changes: [] });
    const noted = await send('maarja', 'put', 'progress/changes/mark', { until: told.until }).expect(200);
    expect(noted.body).toMatchObject({ since: told.until, changes: [] });
    // A page left open since earlier does not bring back what was noted.
    expect((await send('maarja', 'put', 'progress/changes/mark', { until }).expect(200)).body.since).toBe(
      told.until,
    );
  });

  it('is for program leaders alone, and knows no moment to come', async () => {
    for (const who of ['kadri', 'helve', 'marika']) {
      await send(who, 'get', 'progress/changes').expect(404);
      await send(who, 'put', 'progress/changes/mark', { until: minutesAgo(1) }).expect(404);
    }
    await send('nobody', 'get', 'progress/changes').expect(401);
    for (const until of ['eile', minutesAgo(-60), null, '2026-02-31T00:00:00Z'])
      await send('maarja', 'put', 'progress/changes/mark', { until }).expect(400);
  });
});
