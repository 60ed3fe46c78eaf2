import { aCast, type Actor, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

describe('shares', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
  });
  afterAll(() => app.close());

  const write = async (author: Actor, body = 'Esimene sõnastus.'): Promise<string> =>
    (
      (await author.says.post(`/cohorts/${cast.cohort.id}/entries`, { title: 'Kiri', body })).body as {
        id: string;
      }
    ).id;
  const share = (id: string, audience: string, more: object = {}) =>
    cast.marika.says.post(`/entries/${id}/shares`, { audience, ...more });
  /** Names of those of the cast who may read the entry now. */
  const readers = async (id: string): Promise<string[]> => {
    const all = [
      cast.ants,
      cast.liis,
      cast.helve,
      cast.tiina,
      cast.kadri,
      cast.maarja,
      cast.haldur,
      cast.stranger,
      cast.gone,
    ];
    const found: string[] = [];
    for (const { name, says } of all) if ((await says.get(`/entries/${id}`)).status === 200) found.push(name);
    return found;
  };

  it.each([
    ['mentor', ['Helve']],
    ['partner', ['Ants']],
    ['cohort', ['Ants', 'Liis', 'Helve', 'Tiina']],
    ['team', ['Ants', 'Liis', 'Helve', 'Tiina', 'Kadri', 'Maarja']],
  ])('with the %s open the entry to %j and to nobody else', async (audience, names) => {
    const id = await write(cast.marika);
    expect(await readers(id)).toEqual([]);
    const answer = await share(id, audience, { purpose: 'Mida märkad?' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ audience, version: 1, purpose: 'Mida märkad?', expiresAt: null });
    expect(answer.body.recipients.map(({ name }: { name: string }) => name).sort()).toEqual(
      [...names].sort(),
    );
    expect(await readers(id)).toEqual(names);
  });

  it('bind one version: later edits stay private until shared again', async () => {
    const id = await write(cast.marika);
    await share(id, 'mentor');
    await cast.marika.says.patch(`/entries/${id}`, { body: 'Teine sõnastus.' }, { 'If-Match': '"1"' });
    const read = async () => JSON.stringify((await cast.helve.says.get(`/entries/${id}`)).body);
    expect(await read()).toContain('Esimene sõnastus.');
    expect(await read()).not.toContain('Teine sõnastus.');
    await share(id, 'mentor');
    expect(await read()).toContain('Teine sõnastus.');
    const { shares } = (await cast.marika.says.get(`/entries/${id}`)).body;
    expect(shares).toMatchObject([{ audience: 'mentor', version: 2 }]);
    expect((await share(id, 'partner', { version: 1 })).body.version).toBe(1);
  });

  it('show a reader neither the revision, nor when it was written, nor the other readers', async () => {
    const id = await write(cast.marika);
    await app.database.query(`UPDATE entries SET created_at = '2020-01-01', updated_at = '2020-01-02'`);
    await share(id, 'cohort');
    const { body } = await cast.ants.says.get(`/entries/${id}`);
    expect(body).not.toHaveProperty('revision');
    expect(JSON.stringify(body)).not.toContain('2020-');
    expect(body.shares[0].recipients.map(({ name }: { name: string }) => name)).toEqual(['Ants']);
    expect(body.can).toEqual({ edit: false, share: false, delete: false, note: false, seeReadings: false });
  });

  it('are inherited by no later mentor, and kept by the one who was named', async () => {
    const id = await write(cast.marika);
    await share(id, 'mentor');
    await cast.world.assignment(cast.tiina, cast.marika);
    expect(await readers(id)).toEqual(['Helve']);
    expect((await cast.helve.says.get(`/entries/${id}`)).body.can.note).toBe(false);
  });

  it('end when the reader leaves, and when their time is over', async () => {
    const id = await write(cast.marika);
    await share(id, 'partner');
    await cast.world.endMembership(cast.ants);
    expect(await readers(id)).toEqual([]);
    await share(id, 'mentor', { expiresAt: new Date(Date.now() + 60_000).toISOString() });
    expect(await readers(id)).toEqual(['Helve']);
    await app.database.query(`UPDATE entry_shares SET expires_at = now() - interval '1 second'`);
    expect(await readers(id)).toEqual([]);
    expect((await cast.marika.says.get(`/entries/${id}`)).body.shares).toEqual([]);
  });

  it('revoked are over with the next request, the conversation included', async () => {
    const id = await write(cast.marika);
    const shareId = ((await share(id, 'mentor')).body as { id: string }).id;
    const note = await cast.helve.says.post(`/entries/${id}/notes`, { kind: 'asking', body: 'Kes puudus?' });
    expect((await cast.helve.says.delete(`/entries/${id}/shares/${shareId}`)).status).toBe(404);
    expect((await cast.marika.says.delete(`/entries/${id}/shares/${shareId}`)).status).toBe(204);
    const nothing = await cast.helve.says.get(`/entries/01a20ace-c33a-7019-9aac-d9e45955a9a9`);
    for (const path of [`/entries/${id}`, `/entries/${id}/notes`]) {
      const answer = await cast.helve.says.get(path);
      expect({ ...answer.body, requestId: '' }).toEqual({ ...nothing.body, requestId: '' });
    }
    expect((await cast.helve.says.post(`/notes/${note.body.id}/replies`, { body: 'x' })).status).toBe(404);
    expect((await cast.helve.says.get(`/cohorts/${cast.cohort.id}/desk`)).body.waiting).toEqual([]);
    expect((await cast.helve.says.get(`/cohorts/${cast.cohort.id}/conversations`)).body.items).toEqual([]);
    expect((await cast.marika.says.get(`/entries/${id}/notes`)).body.notes).toHaveLength(1);
    expect((await cast.marika.says.delete(`/entries/${id}/shares/${shareId}`)).status).toBe(204);
  });

  it('leave every reading in the author’s receipt, one a day, and nowhere else', async () => {
    const id = await write(cast.marika);
    await share(id, 'cohort');
    await cast.marika.says.get(`/entries/${id}`);
    for (const reader of [cast.ants, cast.helve, cast.ants]) await reader.says.get(`/entries/${id}`);
    const { items } = (await cast.marika.says.get(`/entries/${id}/readings`)).body;
    expect(items.map(({ reader }: { reader: { name: string } }) => reader.name)).toEqual(['Helve', 'Ants']);
    await app.database.query(`UPDATE entry_readings SET day = day - 1`);
    await cast.ants.says.get(`/entries/${id}`);
    expect((await cast.marika.says.get(`/entries/${id}/readings`)).body.items).toHaveLength(3);
    for (const other of [cast.ants, cast.helve, cast.maarja, cast.haldur, cast.stranger]) {
      expect((await other.says.get(`/entries/${id}/readings`)).status).toBe(404);
    }
    expect((await cast.anonymous.get(`/entries/${id}/readings`)).status).toBe(401);
  });

  it('are found by those they name', async () => {
    const id = await write(cast.marika);
    await share(id, 'mentor');
    await share(id, 'cohort');
    const list = `/cohorts/${cast.cohort.id}/entries?shared=with-me`;
    expect((await cast.helve.says.get(list)).body.items).toMatchObject([
      { id, author: { name: 'Marika' }, opening: 'Esimene sõnastus.' },
    ]);
    expect((await cast.kadri.says.get(list)).body.items).toEqual([]);
    expect((await cast.marika.says.get(list)).body.items).toEqual([]);
  });

  it('are shown before they are given', async () => {
    const path = `/cohorts/${cast.cohort.id}/audiences`;
    const { items } = (await cast.marika.says.get(path)).body;
    expect(
      items.map((ring: { audience: string; people: unknown[] }) => [ring.audience, ring.people.length]),
    ).toEqual([
      ['mentor', 1],
      ['partner', 1],
      ['cohort', 4],
      ['team', 6],
    ]);
    expect(JSON.stringify(items)).not.toContain('accountId');
    expect((await cast.helve.says.get(path)).status).toBe(403);
    expect((await cast.stranger.says.get(path)).status).toBe(404);
    expect((await cast.anonymous.get(path)).status).toBe(401);
  });

  it('have one effect per Idempotency-Key', async () => {
    const id = await write(cast.marika);
    const twice = [1, 2].map(() =>
      cast.marika.says.post(`/entries/${id}/shares`, { audience: 'mentor' }, { 'Idempotency-Key': 'share' }),
    );
    const [first, second] = await Promise.all(twice);
    expect(first?.body.id).toBe(second?.body.id);
  });

  it.each([
    ['an unknown ring', { audience: 'admin' }, 400],
    ['no ring', {}, 400],
    ['a version never kept', { audience: 'mentor', version: 7 }, 404],
    ['a time that is over', { audience: 'mentor', expiresAt: '2020-01-01T00:00:00Z' }, 400],
    ['too long a purpose', { audience: 'mentor', purpose: 'x'.repeat(501) }, 400],
  ])('are refused for %s', async (_, body, status) => {
    const id = await write(cast.marika);
    expect((await cast.marika.says.post(`/entries/${id}/shares`, body)).status).toBe(status);
    expect((await app.database.query('SELECT FROM entry_shares WHERE entry_id = $1', [id])).rowCount).toBe(0);
  });

  it('need somebody to name', async () => {
    const id = await write(cast.liis);
    const answer = await cast.liis.says.post(`/entries/${id}/shares`, { audience: 'mentor' });
    expect([answer.status, answer.body.code]).toEqual([409, 'nobody-to-share-with']);
  });

  it('are given and revoked by the author alone, each on its own entry', async () => {
    const [id, other] = [await write(cast.marika), await write(cast.marika)];
    const shareId = ((await share(id, 'team')).body as { id: string }).id;
    for (const who of [cast.ants, cast.helve, cast.kadri, cast.maarja, cast.haldur, cast.stranger]) {
      expect((await who.says.post(`/entries/${id}/shares`, { audience: 'partner' })).status).toBe(404);
      expect((await who.says.delete(`/entries/${id}/shares/${shareId}`)).status).toBe(404);
    }
    expect((await cast.anonymous.post(`/entries/${id}/shares`, { audience: 'team' })).status).toBe(401);
    expect((await cast.marika.says.delete(`/entries/${other}/shares/${shareId}`)).status).toBe(404);
    expect(await readers(id)).toHaveLength(6);
  });
});
