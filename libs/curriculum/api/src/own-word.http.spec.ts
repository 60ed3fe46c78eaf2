import { dayFromNow, testApp, type TestApp, World, type WorldCohort } from '@opiring/platform/testing';
import request from 'supertest';

describe('what is done by one’s own word', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let marika: string;
  let kadri: string;
  let outsider: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
    cohort = await world.aCohort();
    const other = await world.aCohort();
    marika = await world.signIn(await world.participant(cohort));
    kadri = await world.signIn(await world.organizer(cohort));
    outsider = await world.signIn(await world.participant(other, 'Võõras'));
    const module = await world.module(cohort);
    ids['read'] = await world.activity(module, { kind: 'read' });
    ids['reflect'] = await world.activity(module, { kind: 'reflect' });
    ids['later'] = await world.activity(module, { kind: 'watch', opensOn: dayFromNow(9) });
    await world.edition(cohort);
    ids['draft'] = await world.activity(module, { kind: 'read' });
  });
  afterAll(() => app.close());

  const done = (method: 'put' | 'delete', name: string, cookie = marika) =>
    request(app.url)[method](`/api/activities/${ids[name]}/done`).set('cookie', cookie);

  it('keeps the first time, however often it is said', async () => {
    const first = await done('put', 'read').expect(200);
    expect(first.body).toMatchObject({ activityId: ids['read'] });
    expect((await done('put', 'read').expect(200)).body).toEqual(first.body);
    await done('delete', 'read').expect(204);
    await done('delete', 'read').expect(204);
  });

  it('holds only for what is published, open, and not done by a deed', async () => {
    expect((await done('put', 'reflect').expect(409)).body.code).toBe('not-by-own-word');
    expect((await done('put', 'later').expect(409)).body.code).toBe('not-open');
    await done('put', 'draft').expect(404);
  });

  it('is the participant’s alone', async () => {
    for (const method of ['put', 'delete'] as const) {
      await done(method, 'read', kadri).expect(403);
      await done(method, 'read', outsider).expect(404);
      await done(method, 'read', 'opiring=none').expect(401);
    }
    await request(app.url).put('/api/activities/no-id/done').set('cookie', marika).expect(404);
  });

  it('is out of reach once the activity is retired', async () => {
    await done('put', 'read').expect(200);
    await app.database.query('UPDATE activities SET retired_at = now() WHERE id = $1', [ids['read']]);
    await world.edition(cohort);
    await done('delete', 'read').expect(404);
    const { rows } = await app.database.query('SELECT done_at FROM activity_facts WHERE activity_id = $1', [
      ids['read'],
    ]);
    expect(rows).toEqual([{ done_at: expect.any(Date) }]);
  });
});
