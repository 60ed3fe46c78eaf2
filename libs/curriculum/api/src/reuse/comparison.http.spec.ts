import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';
import type { ComparisonView } from '@opiring/contract/reuse';

describe('two intakes beside each other', () => {
  let app: TestApp;
  let cast: Cast;
  let later: string;
  const made = { module: '', read: '', watch: '', meeting: '' };
  const sql = async (text: string, values: unknown[] = []) => (await app.database.query(text, values)).rows;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
    const { world, cohort, kadri } = cast;
    await sql(`UPDATE cohorts SET starts_on = '2023-10-04', ends_on = '2024-01-31' WHERE id = $1`, [
      cohort.id,
    ]);
    made.meeting = await world.meeting(cohort);
    await sql(
      `UPDATE meetings SET starts_at = '2023-10-18 07:00Z', ends_at = '2023-10-18 13:30Z' WHERE id = $1`,
      [made.meeting],
    );
    made.module = await world.module(cohort, '2023-10-04', '2023-10-17');
    made.read = await world.activity(made.module, {
      kind: 'read',
      title: { et: 'Loe' },
      opensOn: '2023-10-09',
    });
    made.watch = await world.activity(made.module, { kind: 'watch', title: { et: 'Vaata' } });
    const { body } = await kadri.says.post(`/cohorts/${cohort.id}/copies`, {
      firstDay: '2027-10-06',
      of: 'draft',
      name: 'Teine lend',
    });
    later = body.cohort.id;
  });
  afterAll(() => app.close());

  const compared = async (): Promise<ComparisonView> => {
    const { status, body } = await cast.kadri.says.get(`/cohorts/${later}/comparison?with=${cast.cohort.id}`);
    expect(status).toBe(200);
    return body as ComparisonView;
  };

  it('are the same where nothing but the days passed', async () => {
    expect(await compared()).toMatchObject({
      before: { id: cast.cohort.id, startsOn: '2023-10-04' },
      after: { id: later, name: 'Teine lend', startsOn: '2027-10-06' },
      changes: [],
      meetings: [],
    });
  });

  it('differ in words, days counted from each first day, however things were renamed', async () => {
    await sql(`UPDATE activities SET title = '{"et":"Loe rahulikult"}' WHERE copied_from = $1`, [made.read]);
    await sql('UPDATE activities SET retired_at = now() WHERE copied_from = $1', [made.watch]);
    await sql(
      `UPDATE meetings SET starts_at = '2027-10-21 08:00Z', ends_at = '2027-10-21 13:30Z', place = '{"et":"Viskla"}' WHERE copied_from = $1`,
      [made.meeting],
    );
    await sql(
      `UPDATE meetings SET agenda = '[{"kind":"circle","minutes":45,"title":{"et":"Ring"}}]' WHERE copied_from = $1`,
      [made.meeting],
    );
    await sql(
      `UPDATE activities SET opens_on = NULL, release = jsonb_build_object('when', 'module', 'moduleId', module_id) WHERE copied_from = $1`,
      [made.read],
    );
    const { changes, meetings, around } = await compared();
    expect(changes.map(({ kind, what, fields }) => [kind, what, fields])).toEqual([
      ['changed', 'activity', ['title', 'opensOn', 'release']],
      ['removed', 'activity', []],
    ]);
    expect(changes[0]?.before).toMatchObject({ title: { et: 'Loe' }, opensOn: '2023-10-09' });
    expect(changes[0]?.after).toMatchObject({ title: { et: 'Loe rahulikult' }, opensOn: null });
    const [{ before, after }] = [changes[0] ?? { before: null, after: null }];
    expect([before?.release ?? null, after?.release?.when]).toEqual([null, 'module']);
    expect(around.modules).toHaveLength(1);
    expect(meetings).toEqual([
      expect.objectContaining({ kind: 'changed', fields: ['place', 'day', 'hours', 'agenda'] }),
    ]);
  });

  it('know a thing again by its name in files, or its title, where it was not copied', async () => {
    await sql('UPDATE activities SET copied_from = NULL WHERE cohort_id = $1', [later]);
    await sql('UPDATE modules SET copied_from = NULL WHERE cohort_id = $1', [later]);
    await sql('UPDATE meetings SET copied_from = NULL WHERE cohort_id = $1', [later]);
    expect((await compared()).changes).toEqual([]);
    await sql(`UPDATE activities SET slug = 'loe' WHERE title ->> 'et' = 'Loe' AND cohort_id = ANY($1)`, [
      [later, cast.cohort.id],
    ]);
    await sql(`UPDATE activities SET title = '{"et":"Muu"}' WHERE slug = 'loe' AND cohort_id = $1`, [later]);
    expect((await compared()).changes.map(({ kind, fields }) => [kind, fields])).toEqual([
      ['changed', ['title']],
    ]);
  });

  it('are known again over generations', async () => {
    const { body } = await cast.kadri.says.post(`/cohorts/${later}/copies`, {
      firstDay: '2028-10-04',
      of: 'draft',
      name: 'Kolmas lend',
    });
    const third = body.cohort.id as string;
    await sql(`UPDATE activities SET title = '{"et":"Hoopis muu"}' WHERE cohort_id = $1 AND kind = 'read'`, [
      third,
    ]);
    const answer = await cast.kadri.says.get(`/cohorts/${third}/comparison?with=${cast.cohort.id}`);
    expect((answer.body as ComparisonView).changes.map(({ kind, fields }) => [kind, fields])).toEqual([
      ['changed', ['title']],
    ]);
  });

  it('are for those who may see the drafts of both', async () => {
    const url = `/cohorts/${later}/comparison?with=${cast.cohort.id}`;
    expect((await cast.maarja.says.get(url)).status).toBe(404);
    expect((await cast.marika.says.get(`/cohorts/${cast.cohort.id}/comparison?with=${later}`)).status).toBe(
      403,
    );
    expect((await cast.maarja.says.get(`/cohorts/${cast.cohort.id}/comparison?with=${later}`)).status).toBe(
      404,
    );
    expect((await cast.anonymous.get(url)).status).toBe(401);
    const elsewhere = await cast.world.aCohort();
    await cast.world.organizer(elsewhere, cast.kadri);
    const other = await cast.kadri.says.get(`/cohorts/${later}/comparison?with=${elsewhere.id}`);
    expect([other.status, other.body.code]).toEqual([400, 'other-programme']);
    expect((await cast.kadri.says.get(`/cohorts/${later}/comparison?with=x`)).status).toBe(400);
  });
});
