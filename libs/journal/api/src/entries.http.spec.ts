import { aCast, type Cast, statementsOf, testApp, type TestApp } from '@opiring/platform/testing';

describe('entries', () => {
  let app: TestApp;
  let cast: Cast;
  let entries: string;
  const text = { title: 'Vaikus', body: 'Kuulan.\n\nVaikus kestis kaua.' };

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    entries = `/cohorts/${cast.cohort.id}/entries`;
  });
  afterAll(() => app.close());

  const written = async (more: object = {}): Promise<string> =>
    ((await cast.marika.says.post(entries, { ...text, ...more })).body as { id: string }).id;

  describe('are written', () => {
    it('by a participant, for nobody else', async () => {
      const answer = await cast.marika.says.post(entries, { ...text, lang: 'en' });
      expect(answer.status).toBe(201);
      expect(answer.headers['etag']).toBe('"1"');
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).toMatchObject({
        mine: true,
        title: 'Vaikus',
        lang: 'en',
        revision: 1,
        version: 0,
        shares: [],
        doneAt: null,
        author: { name: 'Marika', membershipId: cast.marika.membershipId },
        can: { edit: true, share: true, delete: true, note: false, seeReadings: true },
      });
    });

    it('once per Idempotency-Key, also when sent at the same time', async () => {
      const key = { 'Idempotency-Key': 'one-effect' };
      const answers = await Promise.all([1, 2, 3].map(() => cast.liis.says.post(entries, text, key)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
      expect((await cast.liis.says.get(entries)).body.items).toHaveLength(1);
      expect((await cast.liis.says.post(entries, { ...text, title: 'Muu' }, key)).status).toBe(422);
    });

    it('for a published activity, which is then begun, with the question in its present words', async () => {
      const module = await cast.world.module(cast.cohort);
      const question = cast.cohort.questions[0] ?? '';
      const activity = await cast.world.activity(module, {
        kind: 'answer',
        questionId: question,
        moment: 'start',
      });
      expect((await cast.marika.says.post(entries, { ...text, activityId: activity })).status).toBe(404);
      await cast.world.edition(cast.cohort);
      const answer = await cast.marika.says.post(entries, { ...text, activityId: activity });
      expect(answer.body).toMatchObject({
        activityId: activity,
        questionId: question,
        questionVersion: 1,
        questionPosition: 1,
        moment: 'start',
        questionText: { et: expect.any(String) as unknown },
      });
      const facts = () =>
        app.database.query('SELECT done_at FROM activity_facts WHERE activity_id = $1', [activity]);
      expect((await facts()).rows).toEqual([{ done_at: null }]);
      await cast.marika.says.delete(`/entries/${(answer.body as { id: string }).id}`);
      expect((await facts()).rows).toEqual([]);
    });

    it.each([
      ['the anonymous', () => cast.anonymous, 401],
      ['a stranger', () => cast.stranger.says, 404],
      ['who left', () => cast.gone.says, 404],
      ['an admin', () => cast.haldur.says, 404],
      ['a mentor', () => cast.helve.says, 403],
      ['an organizer', () => cast.kadri.says, 403],
      ['a program leader', () => cast.maarja.says, 403],
    ])('not by %s', async (_, voice, status) => {
      expect((await voice().post(entries, text)).status).toBe(status);
    });

    it.each([
      ['no body', { title: 'x' }, 400, 'body'],
      ['a body of an unknown form', { body: { type: 'script' } }, 400, 'body'],
      [
        'a link that runs',
        {
          body: {
            type: 'doc',
            content: [
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] },
                ],
              },
            ],
          },
        },
        400,
        'body',
      ],
      ['a NUL', { body: 'a\0b' }, 400, 'body'],
      ['half a character', { body: 'a\ud800' }, 400, 'body'],
      ['too long a title', { body: 'x', title: 'x'.repeat(301) }, 400, 'title'],
      ['an unknown language', { body: 'x', lang: 'fi' }, 400, 'lang'],
      ['an unknown field', { body: 'x', authorId: 'x' }, 400, 'authorId'],
      [
        'a foreign activity',
        { body: 'x', activityId: '01a20ace-c33a-7019-9aac-d9e45955a9a9' },
        404,
        'activityId',
      ],
      [
        'a foreign question',
        { body: 'x', questionId: '01a20ace-c33a-7019-9aac-d9e45955a9a9' },
        404,
        'questionId',
      ],
    ])('not with %s', async (_, body, status, field) => {
      const before = await app.database.query('SELECT count(*) FROM entries');
      const answer = await cast.marika.says.post(entries, body);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
      expect(Object.keys(answer.body.fields as object)).toContain(field);
      expect((await app.database.query('SELECT count(*) FROM entries')).rows).toEqual(before.rows);
    });
  });

  describe('are listed', () => {
    it('page by page, newest first, one’s own alone, without bodies', async () => {
      const ids: string[] = [];
      for (const title of ['a', 'b', 'c']) {
        const { body } = await cast.ants.says.post(entries, { title, body: 'Sõnad siin.' });
        ids.unshift((body as { id: string }).id);
      }
      const first = (await cast.ants.says.get(`${entries}?limit=2`)).body;
      const rest = (await cast.ants.says.get(`${entries}?limit=2&after=${first.next}`)).body;
      expect([...first.items, ...rest.items].map(({ id }: { id: string }) => id)).toEqual(ids);
      expect(rest.next).toBeUndefined();
      expect(first.items[0]).toMatchObject({ opening: 'Sõnad siin.', audiences: [], notes: 0 });
      expect(first.items[0]).not.toHaveProperty('body');
    });

    it('by question', async () => {
      const questionId = cast.cohort.questions[1];
      const id = await written({ questionId, moment: 'middle' });
      const { items } = (await cast.marika.says.get(`${entries}?questionId=${questionId}`)).body;
      expect(items).toMatchObject([{ id, moment: 'middle', questionPosition: 2 }]);
    });

    it.each([
      ['the anonymous', () => cast.anonymous, 401],
      ['a stranger', () => cast.stranger.says, 404],
      ['who left', () => cast.gone.says, 404],
      ['an admin', () => cast.haldur.says, 404],
    ])('not to %s', async (_, voice, status) => {
      expect((await voice().get(entries)).status).toBe(status);
      expect((await voice().get(`${entries}?shared=with-me`)).status).toBe(status);
    });

    it.each([
      'limit=0',
      'limit=101',
      'limit=x',
      'after=nonsense',
      'shared=all',
      'activityId=1',
      'order=title',
    ])('not with ?%s', async (query) => {
      expect((await cast.marika.says.get(`${entries}?${query}`)).status).toBe(400);
    });
  });

  describe('are changed', () => {
    it('over the revision the author saw', async () => {
      const id = await written();
      const answer = await cast.marika.says.patch(`/entries/${id}`, { body: 'Uus.' }, { 'If-Match': '"1"' });
      expect(answer.status).toBe(200);
      expect(answer.headers['etag']).toBe('"2"');
      expect(answer.body).toMatchObject({ title: 'Vaikus', revision: 2 });
      expect((await cast.marika.says.get(`/entries/${id}`)).body.body).toEqual(answer.body.body);
    });

    it('never silently: a stale text is refused, and both live', async () => {
      const id = await written();
      await cast.marika.says.patch(`/entries/${id}`, { body: 'Telefonis.' }, { 'If-Match': '"1"' });
      const stale = await cast.marika.says.patch(
        `/entries/${id}`,
        { body: 'Arvutis.' },
        { 'If-Match': '"1"' },
      );
      expect(stale.status).toBe(412);
      expect(stale.body.current).toMatchObject({ id, revision: 2, version: 2 });
      expect(JSON.stringify(stale.body.current)).toContain('Telefonis.');
      const stood = (await cast.marika.says.get(`/entries/${id}/versions/1`)).body;
      expect(JSON.stringify(stood.body)).toContain('Telefonis.');
      const kept = (await cast.marika.says.get(`/entries/${id}/versions/2`)).body;
      expect(kept).toMatchObject({ keptFor: 'conflict', title: 'Vaikus' });
      expect(JSON.stringify(kept.body)).toContain('Arvutis.');
      await cast.marika.says.patch(`/entries/${id}`, { body: 'Arvutis.' }, { 'If-Match': '"1"' });
      expect((await cast.marika.says.get(`/entries/${id}/versions`)).body.items).toHaveLength(2);
    });

    it('one after the other when two save at once', async () => {
      const id = await written();
      const both = await Promise.all(
        ['Üks.', 'Kaks.'].map((body) =>
          cast.marika.says.patch(`/entries/${id}`, { body }, { 'If-Match': '"1"' }),
        ),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect((await cast.marika.says.get(`/entries/${id}/versions`)).body.items).toHaveLength(2);
    });

    it('only with If-Match, and only in its form', async () => {
      const id = await written();
      expect((await cast.marika.says.patch(`/entries/${id}`, { title: 'x' })).status).toBe(428);
      const odd = await cast.marika.says.patch(`/entries/${id}`, { title: 'x' }, { 'If-Match': 'one' });
      expect(odd.status).toBe(400);
      const bad = await cast.marika.says.patch(`/entries/${id}`, { body: {} }, { 'If-Match': '"1"' });
      expect(bad.body.fields).toHaveProperty('body');
      expect(
        (await cast.marika.says.patch(`/entries/${id}`, { revision: 9 }, { 'If-Match': '"1"' })).status,
      ).toBe(400);
    });
  });

  it('are taken away by their author, with everything that hung on them', async () => {
    const id = await written();
    await cast.marika.says.post(`/entries/${id}/shares`, { audience: 'mentor' });
    await cast.helve.says.get(`/entries/${id}`);
    await cast.helve.says.post(`/entries/${id}/notes`, { kind: 'noticing', body: 'Märkan.' });
    expect((await cast.marika.says.delete(`/entries/${id}`)).status).toBe(204);
    for (const table of ['entry_versions', 'entry_shares', 'entry_readings', 'conversations', 'notes']) {
      expect((await app.database.query(`SELECT FROM ${table} WHERE entry_id = $1`, [id])).rowCount).toBe(0);
    }
    expect((await cast.marika.says.get(`/entries/${id}`)).status).toBe(404);
  });

  it('are read, listed and saved in four statements at most, however many there are', async () => {
    const id = await written({ questionId: cast.cohort.questions[0], moment: 'start' });
    await cast.marika.says.post(`/entries/${id}/shares`, { audience: 'team' });
    const count = async (deed: () => Promise<unknown>) => (await statementsOf(deed)).length;
    const { marika, kadri } = cast;
    expect(await count(() => marika.says.get(`/entries/${id}`))).toBe(3);
    expect(await count(() => kadri.says.get(`/entries/${id}`))).toBe(3);
    const list = await count(() => marika.says.get(entries));
    for (let at = 0; at < 20; at++) await written();
    expect(await count(() => marika.says.get(entries))).toBe(list);
    expect(list).toBe(3);
    expect(await count(() => kadri.says.get(`${entries}?shared=with-me`))).toBe(3);
    expect(await count(() => marika.says.get(`/cohorts/${cast.cohort.id}/audiences`))).toBe(4);
    expect(await count(() => marika.says.get(`/entries/${id}/readings`))).toBe(4);
    expect(await count(() => marika.says.get(`/entries/${id}/receipt`))).toBe(4);
    expect(await count(() => marika.says.get(`/entries/${id}/preview`))).toBe(3);
    expect(
      await count(() => marika.says.patch(`/entries/${id}`, { title: 'x' }, { 'If-Match': '"1"' })),
    ).toBe(4);
  });
});
