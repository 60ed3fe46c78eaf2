import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';
import type { CopyPlanView, ShiftedDate } from '@opiring/contract/reuse';

/** What a copy is made of; every other table of a cohort stays empty. */
const COPIED = ['activities', 'meetings', 'memberships', 'modules', 'completion_rules'];

describe('a programme used again', () => {
  let app: TestApp;
  let cast: Cast;
  let path: string;
  const made = { module: '', reflect: '', attend: '', meeting: '', off: '' };

  const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await app.database.query<T>(text, values)).rows;
  const FIRST = { firstDay: '2027-10-06', of: 'draft' };

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
    const { world, cohort } = cast;
    path = `/cohorts/${cohort.id}/copies`;
    await sql(`UPDATE cohorts SET starts_on = '2023-10-04', ends_on = '2024-01-31' WHERE id = $1`, [
      cohort.id,
    ]);
    made.meeting = await world.meeting(cohort);
    // Six hours across the night the clocks go back: by the wall clock from 23.00 to 5.00.
    await sql(
      `UPDATE meetings SET starts_at = '2023-10-28 20:00Z', ends_at = '2023-10-29 03:00Z', place = '{"et":"Tallinn"}' WHERE id = $1`,
      [made.meeting],
    );
    made.off = await world.meeting(cohort);
    await sql('UPDATE meetings SET cancelled_at = now() WHERE id = $1', [made.off]);
    made.module = await world.module(cohort, '2023-10-04', '2023-10-17');
    made.reflect = await world.activity(made.module, { opensOn: '2023-10-09' });
    made.attend = await world.activity(made.module, { kind: 'attend', meetingId: made.meeting });
    await world.activity(made.module, { kind: 'answer', questionId: cohort.questions[0]!, moment: 'start' });
  });
  afterAll(() => app.close());

  const preview = async (body: object = FIRST): Promise<CopyPlanView> => {
    const answer = await cast.kadri.says.post(`${path}/preview`, body);
    expect(answer.status).toBe(200);
    return answer.body as CopyPlanView;
  };
  const dateOf = (plan: CopyPlanView, what: string): ShiftedDate | undefined =>
    plan.dates.find((date) => date.what === what);

  it('is looked over with every date before and after, and nothing is made', async () => {
    const plan = await preview();
    expect(plan).toMatchObject({
      shift: 1463,
      sameWeekday: null,
      modules: 1,
      activities: 3,
      meetings: 1,
      published: false,
      endsOn: '2028-02-02',
    });
    expect(plan.leftOut).toEqual([{ et: 'Kohtumine' }]);
    expect(dateOf(plan, 'meeting')).toMatchObject({
      before: '2023-10-28',
      after: '2027-10-30',
      hours: { from: '23:00', until: '05:00' },
      falls: { on: 'weekend' },
      proposals: [{ to: '2027-11-01', why: 'next-working-day' }],
    });
    expect(dateOf(plan, 'activity-opens')).toMatchObject({ before: '2023-10-09', after: '2027-10-11' });
    expect((await preview({ ...FIRST, firstDay: '2027-10-08' })).sameWeekday).toBe('2027-10-06');
    expect(await sql('SELECT FROM cohorts WHERE copied_from = $1', [cast.cohort.id])).toEqual([]);
  });

  it('becomes a draft of its own, by the wall clock, organized by who made it', async () => {
    const moves = [{ what: 'meeting', id: made.meeting, to: '2027-11-01' }];
    const { status, body } = await cast.kadri.says.post(path, { ...FIRST, name: ' Teine lend ', moves });
    expect(status).toBe(201);
    expect(body).toMatchObject({ modules: 1, activities: 3, meetings: 1 });
    expect(body.cohort).toMatchObject({ name: 'Teine lend', startsOn: '2027-10-06', endsOn: '2028-02-02' });
    const { id } = body.cohort as { id: string };
    const curriculum = (await cast.kadri.says.get(`/cohorts/${id}/curriculum`)).body;
    expect(curriculum).toMatchObject({ edition: null, can: { edit: true, publish: true } });
    expect(curriculum.modules[0]).toMatchObject({ startsOn: '2027-10-06', endsOn: '2027-10-19' });
    const [reflect, attend, answer] = curriculum.modules[0].activities;
    expect(reflect).toMatchObject({ opensOn: '2027-10-11' });
    expect(answer).toMatchObject({ questionId: cast.cohort.questions[0], moment: 'start' });
    const { meetings } = (await cast.kadri.says.get(`/cohorts/${id}/meetings`)).body;
    expect(meetings).toEqual([
      expect.objectContaining({
        id: attend.meetingId,
        position: 1,
        place: { et: 'Tallinn' },
        state: 'planned',
        startsAt: '2027-11-01T21:00:00.000Z',
        endsAt: '2027-11-02T03:00:00.000Z',
      }),
    ]);
    const origins = await sql<{ copied_from: string }>('SELECT copied_from FROM activities WHERE id = $1', [
      reflect.id,
    ]);
    expect(origins).toEqual([{ copied_from: made.reflect }]);
  });

  it('carries rules over to its own things, their days with them, and the steps of a meeting unpublished', async () => {
    const rule = (on: string, meetingId: string, activityId: string) => ({
      when: 'all',
      of: [
        { when: 'date', on },
        { when: 'meeting', meetingId, days: 2 },
        { when: 'activity', activityId },
      ],
    });
    await sql('UPDATE activities SET release = $2 WHERE id = $1', [
      made.attend,
      JSON.stringify(rule('2023-12-22', made.meeting, made.reflect)),
    ]);
    await sql(
      `UPDATE meetings SET agenda = '[{"kind":"circle","minutes":30,"title":{"et":"Ring"}}]', agenda_published_at = now(),
         guest = '{"name":"Kaja Külaline","about":{},"link":null}', link = 'https://koosolek.example/x' WHERE id = $1`,
      [made.meeting],
    );
    expect((await preview()).dates.find(({ what }) => what === 'rule-opens')).toMatchObject({
      id: made.attend,
      before: '2023-12-22',
      after: '2027-12-24',
      falls: { on: 'holiday', name: { et: 'jõululaupäev' } },
    });
    const moves = [{ what: 'rule-opens', id: made.attend, to: '2027-12-27' }];
    const { body } = await cast.kadri.says.post(path, { ...FIRST, name: 'Teine lend', moves });
    const { modules } = (await cast.kadri.says.get(`/cohorts/${body.cohort.id}/curriculum`)).body;
    const [reflect, attend] = modules[0].activities;
    expect(attend.release).toEqual(rule('2027-12-27', attend.meetingId, reflect.id));
    const copied = await sql('SELECT agenda, agenda_published_at, guest, link FROM meetings WHERE id = $1', [
      attend.meetingId,
    ]);
    expect(copied).toEqual([
      {
        agenda: [{ kind: 'circle', minutes: 30, title: { et: 'Ring' } }],
        agenda_published_at: null,
        guest: null,
        link: null,
      },
    ]);
  });

  it('takes nobody and nothing anybody did along', async () => {
    const { marika, helve, kadri, maarja, world, cohort } = cast;
    await sql(
      `INSERT INTO activity_facts (membership_id, activity_id, cohort_id, done_at) VALUES ($1, $2, $3, now())`,
      [marika.membershipId, made.reflect, cohort.id],
    );
    await maarja.says.put(`/meetings/${made.meeting}/attendance/${marika.membershipId}`, {
      state: 'present',
    });
    await kadri.says.post(`/cohorts/${cohort.id}/announcements`, {
      audience: 'cohort',
      title: 'T',
      body: 'B',
    });
    await marika.says.post(`/cohorts/${cohort.id}/entries`, {
      title: 'Minu',
      body: 'Tekst',
      activityId: made.reflect,
    });
    await world.edition(cohort);
    const { body } = await kadri.says.post(path, { ...FIRST, of: 'published', name: 'Teine lend' });
    const tables = await sql<{ name: string }>(
      `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND c.column_name = 'cohort_id' AND t.table_type = 'BASE TABLE' ORDER BY 1`,
    );
    expect(tables.length).toBeGreaterThan(15);
    const filled: string[] = [];
    for (const { name } of tables)
      if ((await sql(`SELECT FROM ${name} WHERE cohort_id = $1`, [body.cohort.id])).length > 0)
        filled.push(name);
    expect(filled.filter((name) => !COPIED.includes(name))).toEqual([]);
    const people = await sql('SELECT account_id, role FROM memberships WHERE cohort_id = $1', [
      body.cohort.id,
    ]);
    expect(people).toEqual([{ account_id: kadri.accountId, role: 'organizer' }]);
    for (const says of [marika.says, helve.says, maarja.says])
      expect((await says.get(`/cohorts/${body.cohort.id}/curriculum`)).status).toBe(404);
  });

  it('is made once per key, and whole or not at all', async () => {
    const send = () =>
      cast.kadri.says.post(path, { ...FIRST, name: 'Lend' }, { 'idempotency-key': made.module });
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body).toEqual(two.body);
    expect(await sql('SELECT FROM cohorts WHERE copied_from = $1', [cast.cohort.id])).toHaveLength(1);
    await sql(`ALTER TABLE activities ADD CONSTRAINT planted CHECK (copied_from IS NULL) NOT VALID`);
    expect((await cast.kadri.says.post(path, { ...FIRST, name: 'Pool' })).status).toBeGreaterThanOrEqual(400);
    await sql('ALTER TABLE activities DROP CONSTRAINT planted');
    expect(await sql('SELECT FROM cohorts WHERE copied_from = $1', [cast.cohort.id])).toHaveLength(1);
  });

  it('keeps in an edition what was published, whatever the draft says now', async () => {
    expect((await cast.kadri.says.post(path, { ...FIRST, of: 'published', name: 'X' })).body.code).toBe(
      'nothing-to-copy',
    );
    await cast.world.edition(cast.cohort);
    await sql(`UPDATE activities SET title = '{"et":"Muudetud"}', retired_at = now() WHERE id = $1`, [
      made.reflect,
    ]);
    const { body } = await cast.kadri.says.post(path, { ...FIRST, of: 'published', name: 'X' });
    expect(body).toMatchObject({ activities: 3 });
    const { body: draft } = await cast.kadri.says.post(path, { ...FIRST, name: 'Y' });
    expect(draft).toMatchObject({ activities: 2 });
  });

  it.each([
    ['no first day', { of: 'draft', name: 'X' }],
    ['a day that is none', { ...FIRST, firstDay: '2027-02-30', name: 'X' }],
    ['a first day in another century', { ...FIRST, firstDay: '9999-12-31', name: 'X' }],
    ['no name', { ...FIRST, name: '  ' }],
    [
      'a move of nothing',
      {
        ...FIRST,
        name: 'X',
        moves: [{ what: 'meeting', id: '01900000-0000-7000-8000-000000000000', to: '2027-01-01' }],
      },
    ],
    [
      'a move of another kind',
      {
        ...FIRST,
        name: 'X',
        moves: [{ what: 'person', id: '01900000-0000-7000-8000-000000000000', to: '2027-01-01' }],
      },
    ],
  ])('is refused with %s', async (_, body) => {
    const answer = await cast.kadri.says.post(path, body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.fields)).not.toEqual([]);
    expect(await sql('SELECT FROM cohorts WHERE copied_from = $1', [cast.cohort.id])).toEqual([]);
  });

  it.each([
    ['maarja', 403],
    ['marika', 403],
    ['helve', 403],
    ['stranger', 404],
    ['haldur', 404],
    ['gone', 404],
  ] as const)('is not for %s: %i', async (who, status) => {
    expect((await cast[who].says.post(path, { ...FIRST, name: 'X' })).status).toBe(status);
    expect((await cast[who].says.post(`${path}/preview`, FIRST)).status).toBe(status);
    expect((await cast.anonymous.post(path, { ...FIRST, name: 'X' })).status).toBe(401);
  });
});
