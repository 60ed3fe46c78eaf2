import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

type Who = Cast['marika'];

describe('checking in with the code seen in the room', () => {
  let app: TestApp;
  let second: TestApp;
  let cast: Cast;
  let meeting: string;

  beforeAll(async () => {
    app = await testApp();
    second = await testApp({ databaseUrl: app.appUrl });
  });
  beforeEach(async () => {
    cast = await aCast(app);
    meeting = await meetingToday();
  });
  afterAll(async () => {
    await second.close();
    await app.close();
  });

  /** Around now, so that it is the same day at least on one of its ends. */
  const meetingToday = async (): Promise<string> => {
    const id = await cast.world.meeting(cast.cohort, 0);
    await app.database.query(
      `UPDATE meetings SET starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour' WHERE id = $1`,
      [id],
    );
    return id;
  };
  const open = (who: Who = cast.kadri) => who.says.post(`/meetings/${meeting}/check-in/codes`, {});
  const code = async (who: Who = cast.kadri): Promise<string> => {
    const { status, body } = await open(who);
    expect(status).toBe(201);
    return (body as { code: string }).code;
  };
  const type = (typed: unknown, who: Who = cast.marika, more: object = {}) =>
    who.says.post(`/meetings/${meeting}/check-ins`, { code: typed, ...more });
  const refusal = async (typed: string, who: Who = cast.marika): Promise<string> => {
    const { status, body } = await type(typed, who);
    return `${status} ${(body as { code: string }).code}`;
  };
  const seenBy = async (who: Who) => {
    const { body } = await who.says.get(`/cohorts/${cast.cohort.id}/meetings`);
    return (body as { meetings: { id: string; can: object }[] }).meetings.find(({ id }) => id === meeting);
  };
  const log = async () =>
    (
      await app.database.query(
        'SELECT before, after, way, changed_by AS by FROM attendance_changes WHERE meeting_id = $1 ORDER BY id',
        [meeting],
      )
    ).rows;
  const later = (minutes: number) =>
    app.database.query(
      `UPDATE check_in_codes SET made_at = made_at - make_interval(mins => $2), valid_until = valid_until - make_interval(mins => $2)
        WHERE meeting_id = $1`,
      [meeting, minutes],
    );

  it('records one as present, once, in one’s own name', async () => {
    expect(await seenBy(cast.marika)).toMatchObject({ can: { checkIn: false, openCheckIn: false } });
    expect(await seenBy(cast.kadri)).toMatchObject({ can: { checkIn: false, openCheckIn: true } });
    const seen = await code();
    expect(seen).toMatch(/^[34679CDFGHJKMNPQRTWXY]{6}$/);
    expect(await seenBy(cast.marika)).toMatchObject({ can: { checkIn: true } });
    const typed = ` ${seen.slice(0, 3).toLowerCase()}-${seen.slice(3)} `;
    const first = await type(typed);
    expect([first.status, first.body]).toEqual([200, expect.objectContaining({ state: 'present' })]);
    const again = await type(seen, cast.marika, { online: true });
    expect(again.body).toEqual(first.body);
    expect(await log()).toEqual([{ before: null, after: 'present', way: 'code', by: cast.marika.accountId }]);
    expect(await seenBy(cast.marika)).toMatchObject({ myAttendance: 'present', can: { checkIn: false } });
    const { body } = await cast.maarja.says.get(`/meetings/${meeting}/attendance/changes`);
    expect(body).toMatchObject({ changes: [{ name: 'Marika', changedBy: 'Marika', way: 'code' }] });
  });

  it('has one effect for many at once', async () => {
    const seen = await code();
    const answers = await Promise.all(Array.from({ length: 8 }, () => type(seen)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await log()).toHaveLength(1);
  });

  it('stands over what was taken for absence, and under what the team saw', async () => {
    const by = (state: string) =>
      cast.maarja.says.put(`/meetings/${meeting}/attendance/${cast.marika.membershipId}`, { state });
    await by('absent');
    const seen = await code();
    await type(seen);
    await by('part');
    expect((await type(seen)).body).toMatchObject({ state: 'part' });
    expect((await log()).map(({ before, after, way }) => [before, after, way])).toEqual([
      [null, 'absent', 'hand'],
      ['absent', 'present', 'code'],
      ['present', 'part', 'hand'],
    ]);
  });

  it('says online only where the meeting has a room there', async () => {
    const seen = await code();
    expect((await type(seen, cast.ants, { online: true })).body).toMatchObject({ state: 'present' });
    await app.database.query(`UPDATE meetings SET link = 'https://ruum.example' WHERE id = $1`, [meeting]);
    expect((await type(seen, cast.liis, { online: true })).body).toMatchObject({ state: 'online' });
  });

  it('says what is wrong with a code, and writes nothing', async () => {
    expect(await refusal('CDFGHJ')).toBe('409 check-in-closed');
    const old = await code();
    expect(await refusal(old === 'CDFGHJ' ? 'CDFGHK' : 'CDFGHJ')).toBe('409 wrong-code');
    const fresh = await code();
    expect((await type(old, cast.ants)).status).toBe(200);
    await later(3);
    expect(await refusal(old)).toBe('409 code-replaced');
    expect((await type(fresh, cast.liis)).status).toBe(200);
    await later(30);
    expect(await refusal(fresh)).toBe('409 check-in-closed');
    expect((await log()).map(({ by }) => by)).toEqual([cast.ants.accountId, cast.liis.accountId]);
    for (const bad of ['', 'a'.repeat(21), 'kood!?', 7, null, ['CDFGHJ']])
      expect((await type(bad)).status).toBe(400);
  });

  it('ends for every code when it is closed', async () => {
    const [one, other] = [await code(), await code(cast.maarja)];
    expect((await cast.maarja.says.delete(`/meetings/${meeting}/check-in/codes`)).status).toBe(204);
    expect([await refusal(one), await refusal(other)]).toEqual([
      '409 check-in-closed',
      '409 check-in-closed',
    ]);
    expect(await seenBy(cast.marika)).toMatchObject({ can: { checkIn: false } });
  });

  it('is for the meeting’s own day in the cohort’s zone, and for a meeting that takes place (rule 14)', async () => {
    const seen = await code();
    const sets = (sql: string) => app.database.query(`UPDATE meetings SET ${sql} WHERE id = $1`, [meeting]);
    // Two hours that are yesterday or tomorrow in the cohort's zone, and perhaps still today elsewhere.
    await sets(`starts_at = (((now() AT TIME ZONE 'Europe/Tallinn')::date + 1)::timestamp) AT TIME ZONE 'Europe/Tallinn',
      ends_at = (((now() AT TIME ZONE 'Europe/Tallinn')::date + 1)::timestamp) AT TIME ZONE 'Europe/Tallinn' + interval '2 hours'`);
    expect(await refusal(seen)).toBe('409 check-in-other-day');
    expect((await open()).body).toMatchObject({ code: 'check-in-other-day' });
    expect(await seenBy(cast.kadri)).toMatchObject({ can: { openCheckIn: false } });
    await sets(`starts_at = ((now() AT TIME ZONE 'Europe/Tallinn')::date::timestamp) AT TIME ZONE 'Europe/Tallinn' - interval '2 hours',
      ends_at = ((now() AT TIME ZONE 'Europe/Tallinn')::date::timestamp) AT TIME ZONE 'Europe/Tallinn' - interval '1 second'`);
    expect(await refusal(seen)).toBe('409 check-in-other-day');
    await sets(`starts_at = now(), ends_at = now() + interval '1 minute', cancelled_at = now()`);
    expect(await refusal(seen)).toBe('409 meeting-cancelled');
    expect((await open()).body).toMatchObject({ code: 'meeting-cancelled' });
    expect(await log()).toEqual([]);
  });

  it('is opened by who records attendance and used by participants', async () => {
    for (const [who, shown, typed] of [
      [cast.marika, 403, 409],
      [cast.helve, 403, 403],
      [cast.kadri, 201, 403],
      [cast.stranger, 404, 404],
      [cast.gone, 404, 404],
      [cast.haldur, 404, 404],
    ] as const) {
      const path = `/meetings/${meeting}`;
      expect((await who.says.post(`${path}/check-ins`, { code: 'CDFGHJ' })).status).toBe(typed);
      expect((await who.says.post(`${path}/check-in/codes`, {})).status).toBe(shown);
      expect((await who.says.delete(`${path}/check-in/codes`)).status).toBe(shown === 201 ? 204 : shown);
    }
    expect((await cast.anonymous.post(`/meetings/${meeting}/check-ins`, { code: 'CDFGHJ' })).status).toBe(
      401,
    );
    expect((await cast.anonymous.post(`/meetings/${meeting}/check-in/codes`)).status).toBe(401);
  });

  it('never leaves the database: only its hash is kept, and no answer but the first holds it', async () => {
    const seen = await code();
    const { rows } = await app.database.query(
      `SELECT to_jsonb(k)::text AS row FROM check_in_codes k WHERE meeting_id = $1`,
      [meeting],
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(seen);
    expect(rows.map(({ row }) => row).join()).not.toContain(Buffer.from(seen).toString('hex'));
    for (const who of [cast.marika, cast.kadri, cast.maarja])
      expect((await who.says.get(`/cohorts/${cast.cohort.id}/meetings`)).text).not.toContain(seen);
  });

  it('lets nobody guess: ten tries in a quarter of an hour over all processes, the right one after them refused too (line 12)', async () => {
    const seen = await code();
    const guess = (url: string, typed: string) =>
      fetch(`${url}/api/meetings/${meeting}/check-ins`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: cookies },
        body: JSON.stringify({ code: typed }),
      }).then(({ status }) => status);
    const cookies = await cast.world.signIn(cast.marika);
    const wrong = seen === 'CCCCCC' ? 'DDDDDD' : 'CCCCCC';
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => guess(at % 2 ? app.url : second.url, wrong)),
    );
    expect(answers.filter((status) => status === 409)).toHaveLength(10);
    expect(answers.filter((status) => status === 429)).toHaveLength(30);
    expect(await guess(second.url, seen)).toBe(429);
    expect((await type(seen, cast.ants)).status).toBe(200);
  });
});
