import {
  dayFromNow,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
  type WorldMember,
} from '@opiring/platform/testing';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import request from 'supertest';

/** Once asked, a matrix is asked for again in the same words; whatever changes between must not be told in the old ones. */
describe('a matrix that was asked for before', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let marika: WorldMember;
  let cookie: string;
  let module: string;
  const activities: string[] = [];
  const meetings: string[] = [];

  const matrix = async (): Promise<ProgressMatrixView> => {
    const { body } = await request(app.url)
      .get(`/api/cohorts/${cohort.id}/progress?by=activity`)
      .set('cookie', cookie)
      .expect(200);
    return body as ProgressMatrixView;
  };
  /** What the first leader's row says of each activity and each meeting. */
  const told = async (): Promise<Record<string, unknown>> => {
    const { activities: columns = [], meetings: days, members } = await matrix();
    const [row] = members;
    return Object.fromEntries([
      ...columns.map(({ id }, at) => [id, row?.states[at]]),
      ...days.map(({ id }, at) => [id, row?.attendance[at]]),
    ]);
  };
  const done = (activity: string) =>
    app.database.query(
      `INSERT INTO activity_facts (membership_id, activity_id, cohort_id, done_at) VALUES ($1, $2, $3, now())`,
      [marika.membershipId, activity, cohort.id],
    );

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    cohort = await world.aCohort();
    marika = await world.participant(cohort, 'Marika');
    cookie = await world.signIn(await world.programLeader(cohort));
    module = await world.module(cohort, dayFromNow(-20));
    activities.length = meetings.length = 0;
    for (let at = 0; at < 3; at++) activities.push(await world.activity(module));
    for (const days of [-10, -5]) meetings.push(await world.meeting(cohort, days));
    await world.edition(cohort);
    await done(activities[0] ?? '');
    await app.database.query(
      `INSERT INTO attendances (meeting_id, membership_id, cohort_id, state) VALUES ($1, $2, $3, 'online')`,
      [meetings[1], marika.membershipId, cohort.id],
    );
    expect(await told()).toEqual({
      [activities[0] ?? '']: 'done',
      [activities[1] ?? '']: 'ahead',
      [activities[2] ?? '']: 'ahead',
      [meetings[0] ?? '']: null,
      [meetings[1] ?? '']: 'online',
    });
  });

  it('tells what has come since', async () => {
    await done(activities[2] ?? '');
    expect(await told()).toMatchObject({ [activities[0] ?? '']: 'done', [activities[2] ?? '']: 'done' });
  });

  it('keeps each mark with its activity when another order is published', async () => {
    await app.database.query('UPDATE activities SET position = 3 - position WHERE cohort_id = $1', [
      cohort.id,
    ]);
    const added = await world.activity(module);
    await world.edition(cohort);
    expect(await told()).toMatchObject({
      [activities[0] ?? '']: 'done',
      [activities[1] ?? '']: 'ahead',
      [activities[2] ?? '']: 'ahead',
      [added]: 'ahead',
    });
  });

  it('keeps each attendance with its meeting when an earlier one is added', async () => {
    const earlier = await world.meeting(cohort, -15);
    expect(await told()).toMatchObject({
      [earlier]: null,
      [meetings[0] ?? '']: null,
      [meetings[1] ?? '']: 'online',
    });
  });

  it('tells what counts of an activity that was retired', async () => {
    await app.database.query('UPDATE activities SET retired_at = now() WHERE id = $1', [activities[0]]);
    await world.edition(cohort);
    expect(await told()).toEqual({
      [activities[1] ?? '']: 'ahead',
      [activities[2] ?? '']: 'ahead',
      [meetings[0] ?? '']: null,
      [meetings[1] ?? '']: 'online',
    });
    const { members } = await matrix();
    expect(members[0]?.states).toHaveLength(2);
  });

  it('shows a mentor their own leaders, whoever asked before', async () => {
    const helve = await world.mentor(cohort);
    const ants = await world.participant(cohort, 'Ants');
    await world.assignment(helve, ants);
    const leaders = cookie;
    cookie = await world.signIn(helve);
    expect((await matrix()).members.map(({ name }) => name)).toEqual(['Ants']);
    cookie = leaders;
    expect((await matrix()).members.map(({ name }) => name)).toEqual(['Marika', 'Ants']);
  });
});
