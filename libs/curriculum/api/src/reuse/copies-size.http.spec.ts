import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';
import pg from 'pg';

/** Twelve modules of forty activities: seconds would be too long, and no thing costs a statement of its own. */
describe('a large programme used again', () => {
  let app: TestApp;
  let cast: Cast;
  let path: string;

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    path = `/cohorts/${cast.cohort.id}/copies`;
  });
  afterAll(() => app.close());

  const fill = async (modules: number, each: number): Promise<void> => {
    await app.database.query(
      `INSERT INTO modules (cohort_id, position, title, starts_on, ends_on)
       SELECT $1, n, jsonb_build_object('et', 'Moodul ' || n), current_date + n * 7, current_date + n * 7 + 6 FROM generate_series(1, $2::int) n`,
      [cast.cohort.id, modules],
    );
    await app.database.query(
      `INSERT INTO activities (cohort_id, module_id, position, kind, title, instructions, opens_on)
       SELECT $1, m.id, n, 'read', jsonb_build_object('et', 'Tegevus ' || n), jsonb_build_object('et', repeat('Loe ja mõtle. ', 60)), m.starts_on
         FROM modules m, generate_series(1, $2::int) n WHERE m.cohort_id = $1 AND NOT EXISTS (SELECT FROM activities a WHERE a.module_id = m.id)`,
      [cast.cohort.id, each],
    );
  };
  const send = async (where: string, name: object): Promise<{ statements: number; took: number }> => {
    const spy = jest.spyOn(pg.Client.prototype, 'query');
    const begun = performance.now();
    const { status } = await cast.kadri.says.post(where, { firstDay: '2027-10-06', of: 'draft', ...name });
    const took = performance.now() - begun;
    const statements = spy.mock.calls.length;
    spy.mockRestore();
    expect(status).toBeLessThan(300);
    return { statements, took };
  };

  it('is looked over and made within a second each, by as many statements as a small one', async () => {
    await fill(1, 1);
    const small = [await send(`${path}/preview`, {}), await send(path, { name: 'Väike' })];
    await fill(11, 40);
    await fill(1, 39);
    const large = [await send(`${path}/preview`, {}), await send(path, { name: 'Suur' })];
    expect(large.map(({ statements }) => statements)).toEqual(small.map(({ statements }) => statements));
    for (const { took } of large) expect(took).toBeLessThan(1_000);
  });

  it('is refused where it is beyond all measure', async () => {
    await fill(199, 60);
    const { status, body } = await cast.kadri.says.post(path, {
      firstDay: '2027-10-06',
      of: 'draft',
      name: 'X',
    });
    expect([status, body.code]).toEqual([409, 'too-many']);
  });
});
