import { aCast, type Actor, type Cast, statementsOf, testApp, type TestApp } from '@opiring/platform/testing';

const BODY = 'Vaikus kestis kaua.\n\nSiis rääkis Leida. Vaikus jäi.';
const noticing = { kind: 'noticing', body: 'Märkan, et ootasid.' };

describe('a conversation', () => {
  let app: TestApp;
  let cast: Cast;
  /** Shared with Helve, and with the cohort. */
  let id: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
    id = await letter(cast.marika);
    await cast.marika.says.post(`/entries/${id}/shares`, { audience: 'cohort' });
    await cast.marika.says.post(`/entries/${id}/shares`, { audience: 'mentor' });
  });
  afterAll(() => app.close());

  const letter = async (author: Actor): Promise<string> => {
    const path = `/cohorts/${cast.cohort.id}/entries`;
    return ((await author.says.post(path, { title: 'Kiri', body: BODY })).body as { id: string }).id;
  };
  const note = async (body: object = noticing): Promise<string> =>
    ((await cast.helve.says.post(`/entries/${id}/notes`, body)).body as { id: string }).id;
  const notes = async (who: Actor) => (await who.says.get(`/entries/${id}/notes`)).body;

  it('is begun by the assigned mentor, on the version that was shared', async () => {
    await cast.marika.says.patch(`/entries/${id}`, { body: 'Hoopis muu.' }, { 'If-Match': '"1"' });
    const answer = await cast.helve.says.post(`/entries/${id}/notes`, {
      kind: 'asking',
      body: 'Kes puudus?',
      anchor: { quote: 'Siis rääkis Leida.' },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      kind: 'asking',
      anchor: { quote: 'Siis rääkis Leida.', occurrence: 0 },
      version: 1,
      by: { name: 'Helve' },
      mine: true,
      thankedAt: null,
      replies: [],
      can: { reply: true, thank: false },
    });
    expect(await notes(cast.helve)).toMatchObject({
      entryId: id,
      notes: [{ kind: 'asking' }],
      can: { note: true },
    });
    expect(await notes(cast.marika)).toMatchObject({
      notes: [{ mine: false, can: { reply: true, thank: true } }],
      can: { note: false },
    });
  });

  it('is read by the two alone, also where others read the entry', async () => {
    const noteId = await note();
    for (const { says } of [cast.ants, cast.liis, cast.tiina]) {
      expect((await says.get(`/entries/${id}/notes`)).body).toEqual({
        entryId: id,
        notes: [],
        can: { note: false, offer: false },
      });
      expect((await says.post(`/notes/${noteId}/replies`, { body: 'x' })).status).toBe(404);
      expect((await says.put(`/notes/${noteId}/thanks`)).status).toBe(404);
      expect((await says.delete(`/notes/${noteId}/thanks`)).status).toBe(404);
    }
    for (const { says } of [cast.kadri, cast.maarja, cast.haldur, cast.stranger, cast.gone]) {
      expect((await says.get(`/entries/${id}/notes`)).status).toBe(404);
      expect((await says.post(`/entries/${id}/notes`, noticing)).status).toBe(404);
      expect((await says.post(`/notes/${noteId}/replies`, { body: 'x' })).status).toBe(404);
      expect((await says.put(`/notes/${noteId}/thanks`)).status).toBe(404);
      expect((await says.get(`/cohorts/${cast.cohort.id}/conversations`)).body.items ?? []).toEqual([]);
    }
    for (const path of [`/entries/${id}/notes`, `/cohorts/${cast.cohort.id}/conversations`]) {
      expect((await cast.anonymous.get(path)).status).toBe(401);
    }
    expect((await cast.anonymous.post(`/entries/${id}/notes`, noticing)).status).toBe(401);
    expect((await cast.anonymous.post(`/notes/${noteId}/replies`, { body: 'x' })).status).toBe(401);
    expect((await cast.anonymous.put(`/notes/${noteId}/thanks`)).status).toBe(401);
    expect((await cast.anonymous.delete(`/notes/${noteId}/thanks`)).status).toBe(401);
  });

  it('is not for whoever reads without accompanying: another mentor, a participant, the author', async () => {
    for (const { says } of [cast.tiina, cast.ants, cast.marika]) {
      expect((await says.post(`/entries/${id}/notes`, noticing)).status).toBe(403);
    }
    await cast.world.assignment(cast.tiina, cast.marika);
    expect((await cast.helve.says.post(`/entries/${id}/notes`, noticing)).status).toBe(403);
  });

  it.each([
    ['an unknown kind', { ...noticing, kind: 'praising' }, 'kind'],
    ['no words', { ...noticing, body: '' }, 'body'],
    ['nothing but space', { ...noticing, body: ' \n ' }, 'body'],
    ['too many words', { ...noticing, body: 'x'.repeat(5001) }, 'body'],
    ['a quote that does not stand there', { ...noticing, anchor: { quote: 'Keegi teine' } }, 'anchor.quote'],
    [
      'a third occurrence of two',
      { ...noticing, anchor: { quote: 'Vaikus', occurrence: 2 } },
      'anchor.quote',
    ],
    ['a quote of nothing', { ...noticing, anchor: { quote: '  ' } }, 'anchor.quote'],
    ['a score', { ...noticing, score: 5 }, 'score'],
  ])('takes no note with %s', async (_, body, field) => {
    const answer = await cast.helve.says.post(`/entries/${id}/notes`, body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.fields as object)).toContain(field);
    expect(JSON.stringify(answer.body)).not.toContain('Leida');
    expect((await notes(cast.marika)).notes).toEqual([]);
  });

  it('takes a note once per Idempotency-Key, and quotes the second of two', async () => {
    const body = { ...noticing, anchor: { quote: 'Vaikus', occurrence: 1 } };
    const twice = [1, 2].map(() =>
      cast.helve.says.post(`/entries/${id}/notes`, body, { 'Idempotency-Key': 'note' }),
    );
    const [first, second] = await Promise.all(twice);
    expect([first?.status, first?.body.id]).toEqual([201, second?.body.id]);
    expect((await notes(cast.marika)).notes).toMatchObject([{ anchor: { occurrence: 1 } }]);
  });

  it('goes on between the two', async () => {
    const noteId = await note();
    const reply = await cast.marika.says.post(
      `/notes/${noteId}/replies`,
      { body: 'Jah.' },
      { 'Idempotency-Key': 'r' },
    );
    expect([reply.status, reply.body.by.name, reply.body.mine]).toEqual([201, 'Marika', true]);
    await cast.marika.says.post(`/notes/${noteId}/replies`, { body: 'Jah.' }, { 'Idempotency-Key': 'r' });
    await cast.helve.says.post(`/notes/${noteId}/replies`, { body: 'Ootan.' });
    const [shown] = (await notes(cast.helve)).notes;
    expect(shown.replies).toMatchObject([
      { body: 'Jah.', mine: false },
      { body: 'Ootan.', mine: true },
    ]);
    expect((await cast.marika.says.post(`/notes/${noteId}/replies`, { body: ' ' })).status).toBe(400);
    expect((await cast.marika.says.post('/notes/nonsense/replies', { body: 'x' })).status).toBe(404);
  });

  it('takes the author’s thanks, which can be taken back and are not counted', async () => {
    const noteId = await note();
    const first = await cast.marika.says.put(`/notes/${noteId}/thanks`);
    expect([first.status, typeof first.body.thankedAt]).toEqual([200, 'string']);
    expect((await cast.marika.says.put(`/notes/${noteId}/thanks`)).body.thankedAt).toBe(first.body.thankedAt);
    expect((await cast.helve.says.put(`/notes/${noteId}/thanks`)).status).toBe(403);
    expect((await cast.helve.says.delete(`/notes/${noteId}/thanks`)).status).toBe(403);
    expect((await notes(cast.helve)).notes[0].thankedAt).toBe(first.body.thankedAt);
    expect((await cast.marika.says.delete(`/notes/${noteId}/thanks`)).status).toBe(204);
    expect((await notes(cast.helve)).notes[0].thankedAt).toBeNull();
  });

  it('is listed newest first to the two, page by page', async () => {
    const [first, second] = [await note(), await note({ ...noticing, body: 'Ja veel.' })];
    const list = `/cohorts/${cast.cohort.id}/conversations`;
    const ids = async (who: Actor, query = '') =>
      ((await who.says.get(list + query)).body.items as { note: { id: string } }[]).map(
        ({ note: { id: at } }) => at,
      );
    expect(await ids(cast.marika)).toEqual([second, first]);
    expect(await ids(cast.helve)).toEqual([second, first]);
    expect(await ids(cast.ants)).toEqual([]);
    const { next, items } = (await cast.marika.says.get(`${list}?limit=1`)).body;
    expect(items).toMatchObject([{ entryId: id, entryTitle: 'Kiri', note: { by: { name: 'Helve' } } }]);
    expect(await ids(cast.marika, `?limit=1&after=${next}`)).toEqual([first]);
    expect((await cast.marika.says.get(`${list}?after=x`)).status).toBe(400);
    expect((await cast.stranger.says.get(list)).status).toBe(404);
  });

  it('is read in four statements at most, however long it is', async () => {
    await note();
    const count = async () => (await statementsOf(() => notes(cast.helve))).length;
    const before = await count();
    for (let at = 0; at < 10; at++)
      await cast.marika.says.post(`/notes/${await note()}/replies`, { body: 'Jah.' });
    expect([before, await count()]).toEqual([4, 4]);
  });
});
