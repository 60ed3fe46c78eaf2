import { testApp, type TestApp, World, type WorldCohort, type WorldMember } from '@opiring/platform/testing';
import request from 'supertest';

describe('the word that one has read the learning partner’s plan', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let one: WorldMember;
  let other: WorldMember;
  const cookies: Record<string, string> = {};
  const ask = (
    method: 'get' | 'put' | 'delete',
    who: string,
    path = `/api/cohorts/${cohort.id}/plan-reading`,
  ) =>
    request(app.url)
      [method](path)
      .set('cookie', cookies[who] ?? '');

  beforeEach(async () => {
    app ??= await testApp();
    world ??= new World(app.database);
    cohort = await world.aCohort();
    [one, other] = [await world.participant(cohort), await world.participant(cohort, 'Ants')];
    await world.pair(one, other);
    const alone = await world.participant(cohort, 'Liis');
    const leader = await world.programLeader(cohort);
    const elsewhere = await world.participant(await world.aCohort());
    for (const [name, who] of Object.entries({ one, other, alone, leader, elsewhere }))
      cookies[name] = await world.signIn(who);
  });
  afterAll(() => app.close());

  it('is seen by both, said once however often, and only about the other’s plan', async () => {
    const { body: said } = await ask('put', 'one').expect(200);
    expect(said).toEqual({
      mineReadAt: null,
      theirsReadAt: expect.any(String),
      can: { read: false, takeBack: true },
    });
    expect((await ask('put', 'one').expect(200)).body).toEqual(said);
    expect((await ask('get', 'other').expect(200)).body).toEqual({
      mineReadAt: said.theirsReadAt,
      theirsReadAt: null,
      can: { read: true, takeBack: false },
    });
    const { rows } = await app.database.query('SELECT 1 FROM plan_readings WHERE cohort_id = $1', [
      cohort.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is taken back by the one who gave it, and stands again as a new word', async () => {
    await ask('put', 'one').expect(200);
    await ask('delete', 'other').expect(204);
    expect((await ask('get', 'other').expect(200)).body.mineReadAt).not.toBeNull();
    await ask('delete', 'one').expect(204);
    expect((await ask('get', 'other').expect(200)).body.mineReadAt).toBeNull();
    await ask('put', 'one').expect(200);
    const { rows } = await app.database.query(
      'SELECT taken_back_at IS NULL AS stands FROM plan_readings WHERE cohort_id = $1 ORDER BY id',
      [cohort.id],
    );
    expect(rows).toEqual([{ stands: false }, { stands: true }]);
  });

  it('stays once the practicum is held', async () => {
    await ask('put', 'one').expect(200);
    await request(app.url)
      .put(`/api/cohorts/${cohort.id}/practicum`)
      .set('cookie', cookies['other'] ?? '')
      .send({ heldOn: '2023-12-02' })
      .expect(200);
    expect((await ask('get', 'one').expect(200)).body.can).toEqual({ read: false, takeBack: false });
    const { body } = await ask('delete', 'one').expect(409);
    expect(body.code).toBe('practicum-held');
  });

  it('needs a partner, and is the two partners’ own', async () => {
    await ask('put', 'alone').expect(409);
    await ask('delete', 'alone').expect(409);
    expect((await ask('get', 'alone').expect(200)).body.can).toEqual({ read: false, takeBack: false });
    for (const method of ['get', 'put', 'delete'] as const) {
      await ask(method, 'nobody').expect(401);
      await ask(method, 'elsewhere').expect(404);
      await ask(method, 'leader').expect(403);
      await ask(method, 'one', '/api/cohorts/x/plan-reading').expect(404);
    }
  });
});
