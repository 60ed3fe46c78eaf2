import type { ArcView } from '@opiring/contract/arc';
import type { JourneyView } from '@opiring/contract/progress';
import type { ReleaseRule } from '@opiring/contract/release';
import type { CurriculumView } from '@opiring/contract/curriculum';
import {
  dayFromNow,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
  type WorldMember,
} from '@opiring/platform/testing';
import fc from 'fast-check';
import request from 'supertest';

describe('when things open, from the designer to the leader', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let module: string;
  let first: string;
  let second: string;
  let marika: WorldMember;
  const cookies: Record<string, string> = {};
  type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
  const ask = (who: string, method: Method, path: string) =>
    request(app.url)
      [method](`/api${path}`)
      .set('cookie', cookies[who] ?? '');
  const rule = async (id: string, release: ReleaseRule | null) => {
    const { body } = await ask('kadri', 'get', `/cohorts/${cohort.id}/curriculum`).expect(200);
    const found = (body as CurriculumView).modules
      .flatMap((m) => [m, ...m.activities])
      .find((t) => t.id === id);
    const kind = found && 'activities' in found ? 'modules' : 'activities';
    return ask('kadri', 'patch', `/${kind}/${id}`).set('if-match', `"${found?.revision}"`).send({ release });
  };
  const publish = () => ask('kadri', 'post', `/cohorts/${cohort.id}/editions`).send({});
  const states = async (): Promise<Record<string, string>> => {
    const { body } = await ask('marika', 'get', `/cohorts/${cohort.id}/journey`).expect(200);
    const things = (
      body.modules as { id: string; state: string; activities: { id: string; state: string }[] }[]
    ).flatMap((m) => [m, ...m.activities]);
    return Object.fromEntries(things.map(({ id, state }) => [id, state]));
  };
  const say = (id: string) => ask('marika', 'put', `/activities/${id}/done`);

  beforeEach(async () => {
    app ??= await testApp();
    world ??= new World(app.database);
    cohort = await world.aCohort();
    module = await world.module(cohort);
    first = await world.activity(module, { kind: 'read', title: { et: 'Loe' } });
    second = await world.activity(module, { kind: 'reflect', title: { et: 'Mõtiskle' } });
    marika = await world.participant(cohort);
    cookies['kadri'] = await world.signIn(await world.organizer(cohort, 'Kadri'));
    cookies['maarja'] = await world.signIn(await world.programLeader(cohort));
    cookies['marika'] = await world.signIn(marika);
  });
  afterAll(() => app.close());

  it('waits for what another does, for the partner’s word and for what is done, and refuses meanwhile', async () => {
    const ants = await world.participant(cohort, 'Ants');
    await world.pair(marika, ants);
    cookies['ants'] = await world.signIn(ants);
    expect((await rule(first, { when: 'plan-read' })).status).toBe(200);
    expect((await rule(second, { when: 'activity', activityId: first })).status).toBe(200);
    await publish().expect(201);
    expect(await states()).toMatchObject({ [first]: 'closed', [second]: 'closed' });
    expect((await say(first).expect(409)).body.code).toBe('not-open');
    const write = () =>
      ask('marika', 'post', `/cohorts/${cohort.id}/entries`).send({
        activityId: second,
        body: { type: 'doc', content: [] },
      });
    expect((await write().expect(409)).body.code).toBe('not-open');
    await ask('ants', 'put', `/cohorts/${cohort.id}/plan-reading`).expect(200);
    expect(await states()).toMatchObject({ [first]: 'ahead', [second]: 'closed' });
    await say(first).expect(200);
    expect(await states()).toMatchObject({ [first]: 'done', [second]: 'ahead' });
    await write().expect(201);
    await ask('ants', 'delete', `/cohorts/${cohort.id}/plan-reading`).expect(204);
    expect(await states()).toMatchObject({ [first]: 'done', [second]: 'begun' });
    const { body } = await ask('maarja', 'get', `/cohorts/${cohort.id}/progress?by=activity`).expect(200);
    const row = (body.members as { membershipId: string; states: string[] }[]).find(
      ({ membershipId }) => membershipId === marika.membershipId,
    );
    expect(row?.states).toEqual(['done', 'begun']);
    const past = await ask(
      'maarja',
      'get',
      `/cohorts/${cohort.id}/progress?by=activity&asOf=${dayFromNow(-1)}`,
    );
    expect(past.status).toBe(200);
  });

  it('waits for a meeting and the days after it, wherever it is moved; cancelled, it never comes', async () => {
    const meeting = await world.meeting(cohort, -3);
    await rule(first, { when: 'meeting', meetingId: meeting, days: 2 });
    await rule(second, { when: 'meeting', meetingId: meeting, days: 5 });
    await publish().expect(201);
    expect(await states()).toMatchObject({ [first]: 'ahead', [second]: 'closed' });
    await app.database.query(
      `UPDATE meetings SET starts_at = now() + interval '1 day', ends_at = now() + interval '2 days' WHERE id = $1`,
      [meeting],
    );
    expect(await states()).toMatchObject({ [first]: 'closed' });
    await app.database.query(
      `UPDATE meetings SET starts_at = now() - interval '9 days', ends_at = now() - interval '8 days', cancelled_at = now() WHERE id = $1`,
      [meeting],
    );
    expect(await states()).toMatchObject({ [first]: 'closed', [second]: 'closed' });
  });

  it('is bounded by its module’s rule, which stands in the place of the first day', async () => {
    await rule(first, { when: 'date', on: dayFromNow(-1) });
    await rule(module, { when: 'plan-read' });
    await publish().expect(201);
    expect(await states()).toMatchObject({ [module]: 'closed', [first]: 'closed', [second]: 'closed' });
  });

  it('tells beside a closed moment of a question what it waits for, as beside the activity', async () => {
    const questionId = cohort.questions[0] ?? '';
    const middle = await world.activity(module, { kind: 'answer', questionId, moment: 'middle' });
    const meeting = await world.meeting(cohort, 9);
    const held: ReleaseRule = { when: 'meeting', meetingId: meeting, days: 1 };
    const either: ReleaseRule = { when: 'any', of: [{ when: 'plan-read' }, held] };
    const told = async () => {
      const { body } = await ask('marika', 'get', `/cohorts/${cohort.id}/questions/${questionId}/arc`);
      const arc = body as ArcView;
      const journey = (await ask('marika', 'get', `/cohorts/${cohort.id}/journey`)).body as JourneyView;
      const moment = journey.questions[0]?.moments[1];
      expect({ opensOn: arc.places[1]?.opensOn, release: arc.places[1]?.release }).toEqual({
        opensOn: moment?.opensOn,
        release: moment?.release,
      });
      expect(arc.meetings).toEqual([{ id: meeting, position: 1 }]);
      return moment;
    };
    await rule(middle, held);
    await publish().expect(201);
    expect(await told()).toMatchObject({ state: 'closed', opensOn: null, release: held });
    await rule(module, either);
    await publish().expect(201);
    expect(await told()).toMatchObject({ release: { when: 'all', of: [either, held] } });
    await rule(middle, null);
    await publish().expect(201);
    expect(await told()).toMatchObject({ release: either });
    await rule(module, null);
    await app.database.query('UPDATE modules SET starts_on = $2, ends_on = $2 WHERE id = $1', [
      module,
      dayFromNow(5),
    ]);
    await publish().expect(201);
    const dated = await told();
    expect(dated).toMatchObject({ state: 'closed', opensOn: dayFromNow(5) });
    expect(dated).not.toHaveProperty('release');
  });

  it('is refused with its reasons: at writing, and at publishing for what others waited for', async () => {
    const itself = await rule(first, { when: 'activity', activityId: first });
    expect(itself.status).toBe(400);
    expect(itself.body).toMatchObject({
      code: 'release-refused',
      fields: { release: [expect.stringContaining('waits for itself')] },
      reasons: [{ code: 'itself', id: first, leaf: 0 }],
    });
    await rule(first, { when: 'activity', activityId: second });
    const circle = await rule(second, { when: 'activity', activityId: first });
    expect(circle.body.reasons).toMatchObject([
      { code: 'circle', names: [{ et: 'Mõtiskle' }, { et: 'Loe' }] },
    ]);
    await publish().expect(201);
    const { body } = await ask('kadri', 'get', `/cohorts/${cohort.id}/curriculum`);
    const revision = body.modules[0].activities[1].revision as number;
    await ask('kadri', 'delete', `/activities/${second}`).set('if-match', `"${revision}"`).expect(204);
    const refused = await publish().expect(409);
    expect(refused.body.reasons).toMatchObject([{ code: 'activity-gone', names: [{ et: 'Mõtiskle' }] }]);
    const changes = await ask('kadri', 'get', `/cohorts/${cohort.id}/changes`).expect(200);
    expect(changes.body.faults).toEqual(refused.body.reasons);
    await rule(first, null);
    await publish().expect(201);
  });

  it.each([
    ['nothing known', { when: 'sometime' }],
    ['more than it may hold', { when: 'plan-read', and: 1 }],
    ['one of a group', { when: 'all', of: [{ when: 'plan-read' }] }],
    [
      'a group of the same kind within',
      {
        when: 'all',
        of: [{ when: 'plan-read' }, { when: 'all', of: [{ when: 'plan-read' }, { when: 'plan-read' }] }],
      },
    ],
    ['no day', { when: 'date', on: '2026-02-30' }],
    ['half a day', { when: 'meeting', meetingId: '019a0000-0000-7000-8000-000000000000', days: 0.5 }],
  ])('is no rule: %s', async (_, release) => {
    expect((await rule(first, release as unknown as ReleaseRule)).status).toBe(400);
  });

  it('keeps what is done done, through whatever is edited and published (rule 10)', async () => {
    await publish().expect(201);
    await say(first).expect(200);
    const edits = fc.constantFrom<[string, ReleaseRule | null]>(
      ['first', { when: 'plan-read' }],
      ['first', { when: 'activity', activityId: second }],
      ['first', null],
      ['second', { when: 'all', of: [{ when: 'plan-read' }, { when: 'activity', activityId: first }] }],
      ['second', { when: 'date', on: dayFromNow(3) }],
      ['second', null],
      ['module', { when: 'plan-read' }],
      ['module', null],
    );
    const ids: Record<string, string> = { first, second, module };
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 3 }), async (steps) => {
        for (const [which, release] of steps) await rule(ids[which] ?? '', release);
        await publish();
        expect((await states())[first]).toBe('done');
        await say(first).expect(200);
      }),
      { numRuns: 15 },
    );
  });
});
