import { testApp, type TestApp, World, type WorldCohort } from '@opiring/platform/testing';
import request from 'supertest';

describe('a person’s own calendar address', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let marika: string;
  let meeting: string;

  const as = (method: 'get' | 'post' | 'delete', cookie = marika) =>
    request(app.url)[method]('/api/me/calendar-feed').set('cookie', cookie);
  const made = async (): Promise<string> => new URL((await as('post').expect(201)).body.url).pathname;
  const read = async (path: string): Promise<string> => {
    const answer = await request(app.url).get(path).expect(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['cache-control']).toContain('no-store');
    return answer.text;
  };

  beforeEach(async () => {
    app ??= await testApp();
    world ??= new World(app.database);
    cohort = await world.aCohort();
    marika = await world.signIn(await world.participant(cohort));
    meeting = await world.meeting(cohort);
    await world.meeting(await world.aCohort());
  });
  afterAll(() => app.close());

  it('holds the meetings of one’s own cohorts, without a session', async () => {
    const feed = await read(await made());
    expect(feed.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(feed).toContain(`UID:meeting-${meeting}@opiring`);
  });

  it('moves an event that has moved, and keeps one that is called off as cancelled', async () => {
    const path = await made();
    const organizer = await world.signIn(await world.organizer(cohort));
    const change = (body: object, revision: number) =>
      request(app.url)
        .patch(`/api/meetings/${meeting}`)
        .set('cookie', organizer)
        .set('if-match', `"${revision}"`)
        .send(body)
        .expect(200);
    const times = { startsAt: '2031-02-01T08:00:00Z', endsAt: '2031-02-01T14:00:00Z' };
    await change({ ...times, reason: 'torm' }, 1);
    const moved = await read(path);
    expect(moved).toContain(`UID:meeting-${meeting}@opiring`);
    expect(moved).toContain('SEQUENCE:2');
    expect(moved).toContain('DTSTART:20310201T080000Z');
    await change(
      { link: 'https://ruum.example/ring', agenda: [{ kind: 'circle', minutes: 30, title: 'Avaring' }] },
      2,
    );
    const linked = await read(path);
    expect(linked).toContain('SEQUENCE:3');
    expect(linked).toContain('https://ruum.example/ring');
    expect(linked).not.toContain('Avaring');
    await change({ agendaPublished: true }, 3);
    const published = await read(path);
    expect(published).toContain(`UID:meeting-${meeting}@opiring`);
    expect(published).toContain('SEQUENCE:4');
    expect(published).toContain('Avaring');
    await change({ cancelled: true, reason: 'torm' }, 4);
    expect(await read(path)).toContain('STATUS:CANCELLED');
    await change({ cancelled: false }, 5);
    const back = await read(path);
    expect(back).toContain('STATUS:CONFIRMED');
    expect(back).toContain('SEQUENCE:6');
  });

  it('ends when another is made, when it is ended, and when one leaves', async () => {
    expect((await as('get').expect(200)).body).toEqual({ madeAt: null });
    const first = await made();
    const second = await made();
    await request(app.url).get(first).expect(404);
    expect((await as('get').expect(200)).body.madeAt).toEqual(expect.any(String));
    await app.database.query('UPDATE memberships SET ended_at = now() WHERE cohort_id = $1', [cohort.id]);
    expect(await read(second)).not.toContain('BEGIN:VEVENT');
    await as('delete').expect(204);
    await request(app.url).get(second).expect(404);
  });

  it('is not found where nobody has it', async () => {
    await request(app.url).get('/api/calendars/made-up.ics').expect(404);
    await as('post', '').expect(401);
  });
});
