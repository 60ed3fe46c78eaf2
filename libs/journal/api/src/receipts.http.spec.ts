import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

const day = (from: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Tallinn' }).format(Date.now() + from * 86_400_000);

describe('giving', () => {
  let app: TestApp;
  let cast: Cast;
  let id: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
    const body = { title: 'Kiri', body: 'Esimene.' };
    const answer = await cast.marika.says.post(`/cohorts/${cast.cohort.id}/entries`, body);
    id = (answer.body as { id: string }).id;
  });
  afterAll(() => app.close());

  const share = (more: object = {}) =>
    cast.marika.says.post(`/entries/${id}/shares`, { audience: 'mentor', ...more });
  const receipt = async () => (await cast.marika.says.get(`/entries/${id}/receipt`)).body.shares;

  it('until a day is open through the end of that day of the cohort’s, then the same 404 as nothing', async () => {
    const { body } = await share({ until: day(0), purpose: 'Mida märkad?', offer: true });
    expect(body).toMatchObject({ until: day(0), offer: true, purpose: 'Mida märkad?' });
    const { rows } = await app.database.query<{ ends: string }>(
      `SELECT to_char(expires_at AT TIME ZONE 'Europe/Tallinn', 'YYYY-MM-DD HH24:MI') AS ends FROM entry_shares WHERE id = $1`,
      [body.id],
    );
    expect(rows).toEqual([{ ends: `${day(1)} 00:00` }]);
    expect((await cast.helve.says.get(`/entries/${id}`)).status).toBe(200);
    await app.database.query(`UPDATE entry_shares SET expires_at = now() - interval '1 second'`);
    const nothing = await cast.helve.says.get('/entries/01a20ace-c33a-7019-9aac-d9e45955a9a9');
    for (const path of ['', '/notes']) {
      const gone = await cast.helve.says.get(`/entries/${id}${path}`);
      expect({ ...gone.body, requestId: '' }).toEqual({ ...nothing.body, requestId: '' });
    }
    expect((await cast.helve.says.get(`/cohorts/${cast.cohort.id}/desk`)).body.waiting).toEqual([]);
    expect(await receipt()).toMatchObject([{ state: 'expired', endedAt: expect.any(String) as string }]);
  });

  it.each([
    ['a day that is over', { until: day(-1) }, 'until'],
    ['no day', { until: '2026-02-30' }, 'until'],
    ['a day no calendar holds', { until: '0000-01-01' }, 'until'],
    ['two ends', { until: day(5), expiresAt: '2099-01-01T00:00:00Z' }, 'until'],
    ['an offer of a partner’s', { audience: 'partner', offer: true }, 'offer'],
    ['an offer that is no yes or no', { offer: 'yes' }, 'offer'],
  ])('is refused with %s', async (_, body, field) => {
    const answer = await share(body);
    expect([answer.status, Object.keys((answer.body.fields ?? {}) as object)]).toEqual([400, [field]]);
    expect((await receipt()).length).toBe(0);
  });

  it('tells the author, and nobody else, that a newer text stands', async () => {
    const given = await share();
    expect(given.body).toMatchObject({ staleSince: null, versionAt: expect.any(String) as string });
    const saved = await cast.marika.says.patch(`/entries/${id}`, { body: 'Teine.' }, { 'If-Match': '"1"' });
    expect(saved.body.shares).toMatchObject([{ version: 1, staleSince: saved.body.updatedAt as string }]);
    const [read] = (await cast.helve.says.get(`/entries/${id}`)).body.shares;
    expect(Object.keys(read as object)).not.toEqual(expect.arrayContaining(['staleSince']));
    expect(Object.keys(read as object)).not.toEqual(expect.arrayContaining(['versionAt']));
    expect((await share()).body).toMatchObject({ version: 2, staleSince: null });
    expect((await cast.marika.says.get(`/entries/${id}`)).body.shares).toMatchObject([{ version: 2 }]);
  });

  it('leaves a receipt: with whom, which version, since and until when, and who opened it', async () => {
    await share({ purpose: 'Loe palun.', until: day(7) });
    await cast.helve.says.get(`/entries/${id}`);
    await cast.marika.says.patch(`/entries/${id}`, { body: 'Teine.' }, { 'If-Match': '"1"' });
    await share();
    const partner = await share({ audience: 'partner' });
    await cast.marika.says.delete(`/entries/${id}/shares/${partner.body.id}`);
    expect(await receipt()).toMatchObject([
      { audience: 'partner', state: 'withdrawn', endedAt: expect.any(String) as string, openings: [] },
      { audience: 'mentor', version: 2, state: 'open', endedAt: null, openings: [] },
      {
        audience: 'mentor',
        version: 1,
        purpose: 'Loe palun.',
        until: day(7),
        state: 'superseded',
        staleSince: null,
        recipients: [{ name: 'Helve' }],
        openings: [{ reader: { name: 'Helve' }, readAt: expect.any(String) as string }],
      },
    ]);
  });

  it('shows its receipt to the author alone', async () => {
    await share({ audience: 'team' });
    const { helve, ants, liis, tiina, kadri, maarja, haldur, stranger, gone } = cast;
    for (const { says } of [helve, ants, liis, tiina, kadri, maarja, haldur, stranger, gone]) {
      expect((await says.get(`/entries/${id}/receipt`)).status).toBe(404);
    }
    expect((await cast.anonymous.get(`/entries/${id}/receipt`)).status).toBe(401);
  });
});
