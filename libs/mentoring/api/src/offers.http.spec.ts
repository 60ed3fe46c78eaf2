import pg from 'pg';
import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

const offering = { kind: 'offering', body: 'Pakun: proovi küsida kaks korda.' };

describe('an offer', () => {
  let app: TestApp;
  let cast: Cast;
  let id: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
    const path = `/cohorts/${cast.cohort.id}/entries`;
    id = ((await cast.marika.says.post(path, { title: 'Kiri', body: 'Vaikus.' })).body as { id: string }).id;
  });
  afterAll(() => app.close());

  const share = async (more: object): Promise<string> =>
    (
      (await cast.marika.says.post(`/entries/${id}/shares`, { audience: 'mentor', ...more })).body as {
        id: string;
      }
    ).id;
  const offer = () => cast.helve.says.post(`/entries/${id}/notes`, offering);
  const mayOffer = async () => (await cast.helve.says.get(`/entries/${id}/notes`)).body.can as object;

  it('is written only where the share invites it', async () => {
    await share({});
    expect(await mayOffer()).toEqual({ note: true, offer: false });
    const refused = await offer();
    expect([refused.status, refused.body.code]).toEqual([403, 'offer-not-invited']);
    await share({ offer: true });
    expect(await mayOffer()).toEqual({ note: true, offer: true });
    const made = await offer();
    expect([made.status, made.body.kind]).toEqual([201, 'offering']);
    expect((await cast.marika.says.get(`/entries/${id}/notes`)).body.notes).toMatchObject([
      { kind: 'offering' },
    ]);
  });

  it('is invited no longer once the share is over or given anew without it', async () => {
    await share({ offer: true });
    await share({});
    expect((await offer()).status).toBe(403);
    const shareId = await share({ offer: true });
    await cast.marika.says.delete(`/entries/${id}/shares/${shareId}`);
    expect((await offer()).status).toBe(404);
  });

  it('is the assigned mentor’s alone, whoever else the share names', async () => {
    await share({ audience: 'cohort', offer: true });
    for (const { says } of [cast.ants, cast.tiina, cast.marika]) {
      expect((await says.post(`/entries/${id}/notes`, offering)).status).toBe(403);
      expect((await says.get(`/entries/${id}/notes`)).body.can).toEqual({ note: false, offer: false });
    }
    expect((await offer()).status).toBe(201);
  });

  it('is refused by the database too, uninvited', async () => {
    await share({});
    await cast.helve.says.post(`/entries/${id}/notes`, { kind: 'noticing', body: 'Märkan.' });
    const client = new pg.Client({ connectionString: app.appUrl });
    await client.connect();
    const insert = async (kind: string): Promise<unknown> => {
      await client.query('BEGIN');
      try {
        await client.query(`SELECT set_config('app.account_id', $1, true)`, [cast.helve.accountId]);
        return await client.query(
          `INSERT INTO notes (conversation_id, entry_id, cohort_id, version, kind, body)
           SELECT id, entry_id, cohort_id, 1, $1, 'x' FROM conversations WHERE entry_id = $2`,
          [kind, id],
        );
      } finally {
        await client.query('ROLLBACK');
      }
    };
    await expect(insert('offering')).rejects.toThrow(/row-level security/);
    await expect(insert('asking')).resolves.toMatchObject({ rowCount: 1 });
    await client.end();
  });
});
