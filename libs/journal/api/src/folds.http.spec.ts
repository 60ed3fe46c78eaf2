import pg from 'pg';
import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

const CANARY = 'kanaarilind-ainult-minule';
const p = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const fold = (...content: unknown[]) => ({ type: 'fold', attrs: { kind: 'onlyMine' }, content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const LIST = { type: 'bulletList', content: [{ type: 'listItem', content: [p(`${CANARY} loendis`)] }] };
const FOLDED = doc(
  fold(p(`${CANARY} kõige ees`)),
  p('Seda võib lugeda.'),
  fold(p(CANARY), LIST),
  p('Seda ka.'),
);
const GIVEN = doc(p('Seda võib lugeda.'), p('Seda ka.'));
/** Every table of a person's words. */
const TABLES = [
  'entries',
  'entry_versions',
  'whole_versions',
  'entry_shares',
  'entry_readings',
  'notes',
  'replies',
];

describe('a fold', () => {
  let app: TestApp;
  let cast: Cast;
  let id: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
    const body = { title: 'Kiri', body: FOLDED };
    id = ((await cast.marika.says.post(`/cohorts/${cast.cohort.id}/entries`, body)).body as { id: string })
      .id;
  });
  afterAll(() => app.close());

  const share = (more: object = {}) =>
    cast.marika.says.post(`/entries/${id}/shares`, { audience: 'mentor', ...more });

  it('is its author’s, in the text and in every version', async () => {
    const { marika } = cast;
    await share();
    expect((await marika.says.get(`/entries/${id}`)).body.body).toEqual(FOLDED);
    expect((await marika.says.get(`/entries/${id}/versions/1`)).body.body).toEqual(FOLDED);
    await marika.says.patch(`/entries/${id}`, { body: 'Muu.' }, { 'If-Match': '"1"' });
    const restored = await marika.says.post(`/entries/${id}/versions/1/restorations`);
    expect(restored.body.body).toEqual(FOLDED);
  });

  it('goes to no reader, by whichever route and ring', async () => {
    const { marika, helve, ants, kadri } = cast;
    await marika.says.post(`/entries/${id}/done`);
    await share({ version: 1 });
    for (const audience of ['cohort', 'team', 'partner']) await share({ audience });
    expect((await helve.says.get(`/entries/${id}`)).body.body).toEqual(GIVEN);
    const { id: cohort } = cast.cohort;
    for (const { name, says } of [helve, ants, cast.liis, cast.tiina, kadri, cast.maarja]) {
      for (const path of [
        `entries/${id}`,
        `entries/${id}/notes`,
        ...['entries?shared=with-me', 'desk', 'conversations', 'progress'].map(
          (of) => `cohorts/${cohort}/${of}`,
        ),
      ]) {
        const { text, headers } = await says.get(`/${path}`);
        expect([name, path, `${text}${JSON.stringify(headers)}`.includes(CANARY)]).toEqual([
          name,
          path,
          false,
        ]);
      }
      for (const path of ['preview', 'receipt', 'versions/1']) {
        expect((await says.get(`/entries/${id}/${path}`)).status).toBe(404);
      }
    }
  });

  it('counts for nothing: not in openings, nor in how long a letter takes', async () => {
    const long = doc(fold(p(`${CANARY} `.repeat(2000))), p('Lühike.'));
    await cast.marika.says.patch(`/entries/${id}`, { body: long }, { 'If-Match': '"1"' });
    await share();
    const { waiting } = (await cast.helve.says.get(`/cohorts/${cast.cohort.id}/desk`)).body;
    expect(waiting).toMatchObject([{ opening: 'Lühike.', minutes: 1 }]);
    const { items } = (await cast.helve.says.get(`/cohorts/${cast.cohort.id}/entries?shared=with-me`)).body;
    expect(items).toMatchObject([{ opening: 'Lühike.' }]);
  });

  it('is quoted by nobody, and no refusal tells whether it was there', async () => {
    await share();
    const quoting = (quote: string) =>
      cast.helve.says.post(`/entries/${id}/notes`, { kind: 'asking', body: 'Mis?', anchor: { quote } });
    const [folded, nowhere] = [await quoting(CANARY), await quoting('pole kuskil')];
    expect(folded.status).toBe(400);
    expect({ ...folded.body, requestId: '' }).toEqual({ ...nowhere.body, requestId: '' });
    expect((await quoting('Seda ka.')).status).toBe(201);
  });

  it('stays behind in a conflict, a restored and a kept text too', async () => {
    const { marika, helve } = cast;
    await marika.says.patch(`/entries/${id}`, { body: doc(p('Uus.')) }, { 'If-Match': '"1"' });
    const stale = await marika.says.patch(`/entries/${id}`, { body: FOLDED }, { 'If-Match': '"1"' });
    await share({ version: stale.body.current.version });
    expect((await helve.says.get(`/entries/${id}`)).body.body).toEqual(GIVEN);
    const kept = await marika.says.post(`/entries/${id}/versions`, { body: doc(fold(p(CANARY))) });
    await share({ version: kept.body.number });
    expect((await helve.says.get(`/entries/${id}`)).body.body).toEqual(doc({ type: 'paragraph' }));
  });

  it('is shown left out by the preview: the very bytes the mentor reads', async () => {
    const before = (await cast.marika.says.get(`/entries/${id}/preview`)).body;
    expect([before.words, before.folds]).toEqual([5, 2]);
    await share();
    const read = (await cast.helve.says.get(`/entries/${id}`)).body as Record<string, unknown>;
    const told = Object.keys(before.text as object).map((key) => [key, read[key]]);
    expect(JSON.stringify(before.text)).toBe(JSON.stringify(Object.fromEntries(told)));
    const ofVersion = (await cast.marika.says.get(`/entries/${id}/preview?version=1`)).body;
    expect(JSON.stringify(ofVersion.text)).toBe(JSON.stringify(before.text));
    expect((await cast.marika.says.get(`/entries/${id}/preview?version=9`)).status).toBe(404);
    expect((await cast.marika.says.get(`/entries/${id}/preview?version=x`)).status).toBe(400);
    expect((await cast.anonymous.get(`/entries/${id}/preview`)).status).toBe(401);
  });

  it('changed alone, it makes no share stale: the reader would get the same', async () => {
    await share();
    const more = doc(...FOLDED.content, fold(p('Veel.')));
    const saved = await cast.marika.says.patch(`/entries/${id}`, { body: more }, { 'If-Match': '"1"' });
    expect(saved.body.shares).toMatchObject([{ staleSince: null }]);
  });

  describe('in the database, asked in raw SQL', () => {
    const asked = async (accountId: string, sql: string): Promise<string> => {
      const client = new pg.Client({ connectionString: app.appUrl });
      await client.connect();
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.account_id', $1, true)`, [accountId]);
      const answer = await client.query(sql).finally(() => client.end());
      return JSON.stringify(answer.rows);
    };

    it('shows to no recipient in any table', async () => {
      await cast.marika.says.post(`/entries/${id}/done`);
      await share({ audience: 'team' });
      await share();
      expect(
        (await app.database.query('SELECT FROM whole_versions WHERE entry_id = $1', [id])).rowCount,
      ).toBe(1);
      for (const { accountId } of [cast.helve, cast.ants, cast.kadri, cast.maarja, cast.stranger]) {
        for (const table of TABLES) {
          expect([table, await asked(accountId, `SELECT t.*, t::text FROM ${table} t`)]).toEqual([
            table,
            expect.not.stringContaining(CANARY),
          ]);
        }
        expect(await asked(accountId, 'SELECT * FROM whole_versions')).toBe('[]');
      }
      expect(await asked(cast.helve.accountId, 'SELECT body FROM entry_versions')).toContain(
        'Seda võib lugeda.',
      );
      expect(await asked(cast.marika.accountId, 'SELECT body FROM whole_versions')).toContain(CANARY);
    });

    it('cannot stand in a version, whoever writes it', async () => {
      await share();
      const nested = doc({ type: 'blockquote', content: [fold(p('x'))] });
      for (const body of [FOLDED, nested]) {
        await expect(
          app.database.query('UPDATE entry_versions SET body = $2 WHERE entry_id = $1', [
            id,
            JSON.stringify(body),
          ]),
        ).rejects.toThrow(/without_folds/);
      }
    });
  });
});
