import {
  dayFromNow,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
  type WorldMember,
} from '@opiring/platform/testing';
import request from 'supertest';

const told = { heldOn: dayFromNow(-2), topic: 'Kuulamine kahekesi' };

describe('the practicum with the learning partner', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let one: WorldMember;
  let other: WorldMember;
  const cookies: Record<string, string> = {};

  const path = () => `/api/cohorts/${cohort.id}/practicum`;
  const get = (who: string) =>
    request(app.url)
      .get(path())
      .set('cookie', cookies[who] ?? '');
  const put = (who: string, body: object = told, match?: string) => {
    const asked = request(app.url)
      .put(path())
      .set('cookie', cookies[who] ?? '');
    return (match ? asked.set('if-match', match) : asked).send(body);
  };
  const confirm = (who: string, id: string) =>
    request(app.url)
      .put(`/api/practicums/${id}/confirmation`)
      .set('cookie', cookies[who] ?? '');
  const unconfirm = (who: string, id: string) =>
    request(app.url)
      .delete(`/api/practicums/${id}/confirmation`)
      .set('cookie', cookies[who] ?? '');
  const done = async (): Promise<string[]> =>
    (
      await app.database.query<{ id: string }>(
        'SELECT membership_id AS id FROM activity_facts WHERE done_at IS NOT NULL',
      )
    ).rows
      .map(({ id }) => id)
      .sort();

  beforeEach(async () => {
    app ??= await testApp();
    world ??= new World(app.database);
    cohort = await world.aCohort();
    [one, other] = [await world.participant(cohort), await world.participant(cohort, 'Ants')];
    await world.pair(one, other);
    await world.activity(await world.module(cohort), { kind: 'practicum' });
    await world.edition(cohort);
    await app.database.query('DELETE FROM activity_facts');
    const alone = await world.participant(cohort, 'Liis');
    const leader = await world.programLeader(cohort);
    const elsewhere = await world.participant(await world.aCohort());
    for (const [name, who] of Object.entries({ one, other, alone, leader, elsewhere }))
      cookies[name] = await world.signIn(who);
  });
  afterAll(() => app.close());

  it('counts for both once both have confirmed it, and not before', async () => {
    const { body: first } = await put('one').expect(200);
    expect(first).toMatchObject({
      me: { membershipId: one.membershipId },
      partner: { membershipId: other.membershipId },
      practicum: { ...told, revision: 1, confirmedBy: [{ membershipId: one.membershipId }] },
      can: { record: true, confirm: false },
    });
    expect(await done()).toEqual([]);
    expect((await get('other').expect(200)).body.can).toEqual({ record: true, confirm: true });
    const { body: second } = await confirm('other', first.practicum.id).expect(200);
    expect(second.practicum.confirmedBy).toHaveLength(2);
    expect(await done()).toEqual([one.membershipId, other.membershipId].sort());
    await unconfirm('one', first.practicum.id).expect(204);
    expect(await done()).toEqual([]);
  });

  it('settles when both confirm at the same moment', async () => {
    const { body } = await put('one').expect(200);
    await unconfirm('one', body.practicum.id).expect(204);
    await Promise.all([
      confirm('one', body.practicum.id).expect(200),
      confirm('other', body.practicum.id).expect(200),
    ]);
    expect(await done()).toHaveLength(2);
  });

  it('is edited by either with the revision; another day asks the partner again', async () => {
    const { body } = await put('one').expect(200);
    await confirm('other', body.practicum.id).expect(200);
    await put('other').expect(428);
    await put('other', told, 'revision one').expect(400);
    await put('other', { ...told, topic: 'Selgem' }, '"1"').expect(200);
    expect(await done()).toHaveLength(2);
    const { body: problem } = await put('one', told, '"1"').expect(412);
    expect(problem.current.practicum).toMatchObject({ topic: 'Selgem', revision: 2 });
    const { body: moved } = await put('one', { heldOn: dayFromNow(-1) }, '"2"').expect(200);
    expect(moved.practicum.confirmedBy).toEqual([{ membershipId: one.membershipId, at: expect.any(String) }]);
    expect(moved.practicum.topic).toBe('Selgem');
    expect(await done()).toEqual([]);
  });

  it('needs a partner, a day that has been, and known fields', async () => {
    await put('alone').expect(409);
    expect((await get('alone').expect(200)).body).toMatchObject({
      partner: null,
      practicum: null,
      can: { record: false, confirm: false },
    });
    await put('one', { heldOn: dayFromNow(2) }).expect(400);
    await put('one', { ...told, pairId: 'x' }).expect(400);
  });

  it('is the two partners’ own', async () => {
    const { body } = await put('one').expect(200);
    const { id } = body.practicum;
    for (const who of ['alone', 'leader', 'elsewhere']) {
      await confirm(who, id).expect(404);
      await unconfirm(who, id).expect(404);
    }
    await get('elsewhere').expect(404);
    await put('elsewhere').expect(404);
    await get('leader').expect(403);
    await put('leader').expect(403);
    await get('nobody').expect(401);
    await put('nobody').expect(401);
    await confirm('nobody', id).expect(401);
    await unconfirm('nobody', id).expect(401);
    await confirm('one', one.membershipId).expect(404);
  });
});
