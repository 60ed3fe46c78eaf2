import { randomUUID } from 'node:crypto';
import { MAX_BODY_BYTES } from '@opiring/contract/journal.values';
import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

/** Line 6 of the reliability page, on the server's side. */
describe('saving', () => {
  let app: TestApp;
  let cast: Cast;
  let id: string;

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
  });
  beforeEach(async () => {
    const body = { title: 'Kiri', body: 'Algus.' };
    const answer = await cast.marika.says.post(`/cohorts/${cast.cohort.id}/entries`, body);
    id = (answer.body as { id: string }).id;
  });
  afterAll(() => app.close());

  const save = (revision: number, body: string, more: object = {}) =>
    cast.marika.says.patch(
      `/entries/${id}`,
      { title: 'Kiri', body, ...more },
      { 'If-Match': `"${revision}"` },
    );
  const words = async (path = '') =>
    JSON.stringify((await cast.marika.says.get(`/entries/${id}${path}`)).body.body);
  const versions = async () =>
    (await cast.marika.says.get(`/entries/${id}/versions`)).body.items as {
      number: number;
      keptFor: string;
    }[];
  const resolve = (take: string, version: number, revision: number, key?: string) =>
    cast.marika.says.post(
      `/entries/${id}/resolutions`,
      { take, version },
      { 'If-Match': `"${revision}"`, ...(key && { 'Idempotency-Key': key }) },
    );
  /** Telefonis stands at revision 2, Arvutis was refused. */
  const apart = async (): Promise<number> => {
    await save(1, 'Telefonis.');
    return (await save(1, 'Arvutis.')).body.current.version as number;
  };

  it('repeated after a lost answer is the same save, and no conflict', async () => {
    const writeId = randomUUID();
    await save(1, 'Uus.', { writeId });
    const again = await save(1, 'Uus.', { writeId: writeId.toUpperCase() });
    expect([again.status, again.body.revision]).toEqual([200, 2]);
    expect((await save(1, 'Uus.')).body.revision).toBe(2);
    expect(await versions()).toEqual([]);
  });

  it('goes over one’s own save whose answer never came, and over nobody else’s', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await save(1, 'Esimene.', { writeId: first });
    const next = await save(1, 'Teine.', { writeId: second, follows: [first] });
    expect([next.status, next.body.revision]).toEqual([200, 3]);
    await save(3, 'Teises seadmes.');
    const late = await save(1, 'Kolmas.', { follows: [first, second] });
    expect(late.status).toBe(412);
    expect(await words()).toContain('Teises seadmes.');
    expect(await words(`/versions/${late.body.current.version}`)).toContain('Kolmas.');
  });

  it('come late, it overwrites nothing, and is kept', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await save(1, 'Teine.', { writeId: second, follows: [first] });
    expect((await save(1, 'Esimene.', { writeId: first })).status).toBe(412);
    expect(await words()).toContain('Teine.');
    expect((await versions()).map(({ keptFor }) => keptFor)).toEqual(['conflict', 'conflict']);
  });

  it('of a part alone says nothing of the rest: another’s text is not taken for seen', async () => {
    await save(1, 'Teises seadmes.');
    const part = await cast.marika.says.patch(`/entries/${id}`, { title: 'Kiri' }, { 'If-Match': '"1"' });
    expect(part.status).toBe(412);
  });

  it.each([
    ['mine', ['Arvutis.'], 3],
    ['theirs', ['Telefonis.'], 2],
    ['both', ['Telefonis.', 'Arvutis.'], 3],
  ])('apart is resolved by taking %s, and both stay among the versions', async (take, wanted, revision) => {
    const answer = await resolve(take, await apart(), 2, randomUUID());
    expect([answer.status, answer.body.revision]).toEqual([201, revision]);
    const texts = (answer.body.body.content as { content: { text: string }[] }[]).map(
      ({ content }) => content[0]?.text,
    );
    expect(texts).toEqual(wanted);
    const all = await Promise.all((await versions()).map(({ number }) => words(`/versions/${number}`)));
    expect(all.join()).toContain('Telefonis.');
    expect(all.join()).toContain('Arvutis.');
  });

  it('resolved twice with one key is resolved once; over a newer text not at all', async () => {
    const version = await apart();
    const key = randomUUID();
    await resolve('both', version, 2, key);
    expect((await resolve('both', version, 2, key)).body.revision).toBe(3);
    const stale = await resolve('mine', version, 2);
    expect([stale.status, stale.body.current.revision]).toEqual([412, 3]);
    expect((await resolve('mine', 99, 3)).status).toBe(404);
    expect((await resolve('none', version, 3)).status).toBe(400);
    const bare = await cast.marika.says.post(`/entries/${id}/resolutions`, { take: 'mine', version });
    expect(bare.status).toBe(428);
  });

  it('keeps a text that lost, once, and leaves what stands', async () => {
    const keep = (key: string) =>
      cast.marika.says.post(`/entries/${id}/versions`, { body: 'Kadunud.' }, { 'Idempotency-Key': key });
    const [first, again] = [await keep('a'), await keep('a')];
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ number: 1, keptFor: 'conflict', title: 'Kiri' });
    expect(again.body).toEqual(first.body);
    expect((await keep('b')).body.number).toBe(1);
    expect(await words()).toContain('Algus.');
    expect(await words('/versions/1')).toContain('Kadunud.');
  });

  it('is the author’s alone', async () => {
    await cast.marika.says.post(`/entries/${id}/shares`, { audience: 'team' });
    for (const { says } of [cast.helve, cast.ants, cast.kadri, cast.maarja, cast.haldur, cast.stranger]) {
      expect((await says.post(`/entries/${id}/versions`, { body: 'x' })).status).toBe(404);
      const taken = await says.post(
        `/entries/${id}/resolutions`,
        { take: 'mine', version: 1 },
        { 'If-Match': '"1"' },
      );
      expect(taken.status).toBe(404);
    }
    expect((await cast.anonymous.post(`/entries/${id}/versions`, { body: 'x' })).status).toBe(401);
    expect((await cast.anonymous.post(`/entries/${id}/resolutions`, {})).status).toBe(401);
  });

  it('of too long a text is refused with words, and nothing is changed', async () => {
    const long = await save(1, 'õ'.repeat(MAX_BODY_BYTES / 2));
    expect([long.status, long.body.code]).toEqual([400, 'document-too-large']);
    expect(long.body.fields).toHaveProperty('body');
    expect(await words()).toContain('Algus.');
  });

  it.each([
    ['an unknown node', { type: 'image' }],
    ['a fold of an unknown kind', { type: 'fold', attrs: { kind: 'onlyMentors' }, content: [] }],
    ['a fold within a quote', { type: 'blockquote', content: [{ type: 'fold', content: [] }] }],
    ['a fold within a fold', { type: 'fold', content: [{ type: 'fold', content: [] }] }],
  ])('refuses %s, and says so', async (_, node) => {
    const body = { type: 'doc', content: [node] };
    const answer = await cast.marika.says.patch(`/entries/${id}`, { body }, { 'If-Match': '"1"' });
    expect([answer.status, answer.body.code]).toEqual([400, 'not-a-document']);
    expect(answer.body.fields).toHaveProperty('body');
  });
});
