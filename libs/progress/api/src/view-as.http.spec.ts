import { aCast, type Cast, dayFromNow, testApp, type TestApp } from '@opiring/platform/testing';
import fc from 'fast-check';

describe('a journey nobody goes', () => {
  let app: TestApp;
  let cast: Cast;
  const ids: Record<string, string> = {};
  const path = (): string => `/cohorts/${cast.cohort.id}/journey/as-if`;
  const view = async (asked: object) =>
    (await cast.kadri.says.post(path(), { of: 'published', day: dayFromNow(0), ...asked })).body;
  const states = (journey: { modules: { activities: { state: string }[] }[] }): string[] =>
    journey.modules.flatMap(({ activities }) => activities.map(({ state }) => state));

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    const { world, cohort } = cast;
    ids['first meeting'] = await world.meeting(cohort, -20);
    ids['second meeting'] = await world.meeting(cohort, 20);
    ids['first'] = await world.module(cohort, dayFromNow(-30));
    ids['read'] = await world.activity(ids['first'], { kind: 'read' });
    ids['attend'] = await world.activity(ids['first'], { kind: 'attend', meetingId: ids['first meeting'] });
    ids['last'] = await world.module(cohort, dayFromNow(10));
    ids['practicum'] = await world.activity(ids['last'], { kind: 'practicum' });
    ids['circle'] = await world.activity(ids['last'], { kind: 'circle' });
    await world.edition(cohort);
    ids['draft'] = await world.activity(ids['first'], { kind: 'watch' });
  });
  afterAll(() => app.close());

  it('shows the draft or what is published, on the day that is asked for', async () => {
    expect(states(await view({}))).toEqual(['ahead', 'done', 'closed', 'closed']);
    expect(states(await view({ of: 'draft' }))).toEqual(['ahead', 'done', 'ahead', 'closed', 'closed']);
    const later = await view({ day: dayFromNow(12) });
    expect(later).toMatchObject({ today: dayFromNow(12), attendance: ['present', null] });
    expect(states(later)).toEqual(['ahead', 'done', 'ahead', 'ahead']);
    expect((await view({ day: dayFromNow(21) })).attendance).toEqual(['present', 'present']);
    expect(states(await view({ day: dayFromNow(-40) }))).toEqual(['closed', 'closed', 'closed', 'closed']);
  });

  it('lets miss meetings, do things, and rest', async () => {
    const missing = await view({ missed: [ids['first meeting']] });
    expect(missing.attendance).toEqual(['absent', null]);
    expect(states(missing)[1]).toBe('ahead');
    expect(states(await view({ done: [ids['read']] }))[0]).toBe('done');
    expect(states(await view({ paused: true }))).toEqual(['paused', 'done', 'closed', 'closed']);
    const everything = await view({ day: dayFromNow(30), doneUntil: dayFromNow(15) });
    expect(everything.certificate).toMatchObject({
      state: 'certificate',
      reasons: { practicum: { met: true }, circle: { held: 1 } },
    });
    const some = await view({ day: dayFromNow(30), doneUntil: dayFromNow(5) });
    expect(states(some)).toEqual(['done', 'done', 'ahead', 'ahead']);
  });

  it('follows release rules as a real one does', async () => {
    const after = await cast.world.activity(ids['first'] ?? '', { kind: 'read' });
    await app.database.query('UPDATE activities SET release = $2 WHERE id = $1', [
      after,
      { when: 'activity', activityId: ids['read'] },
    ]);
    const last = async (more: object) => states(await view({ of: 'draft', ...more }))[3];
    expect(await last({})).toBe('closed');
    expect(await last({ done: [ids['read']] })).toBe('ahead');
    expect(await last({ doneUntil: dayFromNow(0) })).toBe('done');
    await app.database.query('UPDATE activities SET retired_at = now() WHERE id = $1', [after]);
  });

  const asks = () =>
    fc.record({
      of: fc.constantFrom('draft', 'published'),
      day: fc.integer({ min: -60, max: 60 }).map(dayFromNow),
      missed: fc.subarray([ids['first meeting'], ids['second meeting']]),
      doneUntil: fc.option(fc.integer({ min: -60, max: 60 }).map(dayFromNow)),
      done: fc.subarray([ids['read'], ids['practicum'], ids['circle']]),
      paused: fc.boolean(),
      planRead: fc.boolean(),
    });
  /** Every row of every table of the cohort's, as text; sessions look up themselves. */
  const everything = async (): Promise<string> => {
    const { rows } = await app.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
        AND table_name <> 'sessions' ORDER BY 1`,
    );
    const told = [];
    for (const { name } of rows)
      told.push(
        (await app.database.query(`SELECT json_agg(t ORDER BY t::text) AS all FROM "${name}" t`)).rows[0],
      );
    return JSON.stringify(told);
  };

  it('takes nothing from any real person, and writes nothing', async () => {
    const chosen = fc.sample(asks(), 25);
    const answers = async () => {
      const told = [];
      for (const asked of chosen) told.push(await view(asked));
      return told;
    };
    const before = await answers();
    const rowsBefore = await everything();
    expect(await answers()).toEqual(before);
    expect(await everything()).toBe(rowsBefore);
    // Now everybody does everything, is everywhere, rests, and has something agreed: the organizer herself too.
    const { cohort } = cast;
    await cast.world.participant(cohort, cast.kadri);
    for (const sql of [
      `INSERT INTO activity_facts (membership_id, activity_id, cohort_id, done_at) SELECT m.id, a.id, $1, now()
         FROM memberships m, activities a WHERE m.cohort_id = $1 AND a.cohort_id = $1`,
      `INSERT INTO attendances (meeting_id, membership_id, cohort_id, state) SELECT t.id, m.id, $1, 'online'
         FROM memberships m, meetings t WHERE m.cohort_id = $1 AND t.cohort_id = $1`,
      `INSERT INTO agreed_pauses (cohort_id, membership_id, from_on, until_on) SELECT $1, id, '2020-01-01', '2040-01-01'
         FROM memberships WHERE cohort_id = $1`,
      `INSERT INTO agreed_exceptions (agreement_id, cohort_id, membership_id, kind, activity_id, reason)
         SELECT uuidv7(), $1, m.id, 'excused', a.id, 'x' FROM memberships m, activities a WHERE m.cohort_id = $1 AND a.cohort_id = $1`,
      `INSERT INTO circles (cohort_id, host_id, held_on, place, topic, people) SELECT $1, id, '2026-01-01', 'x', 'y', 5
         FROM memberships WHERE cohort_id = $1`,
    ])
      await app.database.query(sql, [cohort.id]);
    expect(await answers()).toEqual(before);
    for (const { me, mentor, partner, next } of before) {
      expect([me.name, mentor, partner]).toEqual(['', null, null]);
      expect(next.length).toBeLessThanOrEqual(3);
    }
  });

  it('is for those who see drafts', async () => {
    const asked = { of: 'draft', day: dayFromNow(0) };
    expect((await cast.maarja.says.post(path(), asked)).status).toBe(200);
    for (const [by, status] of [
      [cast.marika, 403],
      [cast.helve, 403],
      [cast.haldur, 404],
      [cast.gone, 404],
      [cast.stranger, 404],
    ] as const)
      expect((await by.says.post(path(), asked)).status).toBe(status);
    expect((await cast.anonymous.post(path(), asked)).status).toBe(401);
  });

  it('knows no day that is none and nothing from elsewhere', async () => {
    const foreign = await cast.world.meeting(await cast.world.aCohort());
    for (const [asked, field] of [
      [{ day: '2026-02-30' }, 'day'],
      [{ of: 'both' }, 'of'],
      [{ missed: [foreign] }, 'missed'],
      [{ done: [ids['draft']] }, 'done'],
      [{ done: ['x'] }, 'done'],
      [{ doneUntil: 'eile' }, 'doneUntil'],
      [{ paused: null }, 'paused'],
      [{ membershipId: cast.marika.membershipId }, 'membershipId'],
    ] as const) {
      const body = await view(asked);
      expect(body.status).toBe(400);
      expect(body.fields).toHaveProperty(field);
    }
  });
});
