import type { FoundEntryView } from '@opiring/contract/search';
import { aCast, type Actor, type Cast, statementsOf, testApp, type TestApp } from '@opiring/platform/testing';

interface Found {
  items: FoundEntryView[];
  next?: string;
}

describe('search', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
  });
  afterAll(() => app.close());

  const write = async (who: Actor, title: string, body: string, more: object = {}): Promise<string> =>
    (
      (await who.says.post(`/cohorts/${cast.cohort.id}/entries`, { title, body, ...more })).body as {
        id: string;
      }
    ).id;
  const search = async (who: Actor, query: string): Promise<Found> => {
    const answer = await who.says.get(`/cohorts/${cast.cohort.id}/search?${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return answer.body as Found;
  };
  const titles = async (who: Actor, q: string): Promise<string[]> =>
    (await search(who, `q=${encodeURIComponent(q)}`)).items.map(({ title }) => title);

  it.each([
    ['vald', 'Minu vallas räägitakse köögis.'],
    ['vallas', 'Vald otsustas üksi.'],
    ['kuulama', 'Ma kuulan nüüd rohkem.'],
    ['ring', 'Istusime ringis.'],
    ['küsimus', 'Tulen küsimusega.'],
    ['тишина', 'Мне понадобилась тишина.'],
    ['вопрос', 'Я приготовила восемь вопросов.'],
    ['listening', 'I listened to them.'],
    ['köök laud', 'Köögis ei ole laua taga esirida.'],
  ])('finds %s in “%s”', async (q, body) => {
    await write(cast.marika, 'Leitav', body);
    await write(cast.marika, 'Muu', 'Hoopis midagi muud.');
    expect(await titles(cast.marika, q)).toEqual(['Leitav']);
  });

  it('shows where it stands, as plain words whatever stands there', async () => {
    await write(cast.marika, 'Kiri', 'Enne <b onclick="x">seda</b> istusime \u0002vallas\u0003 kõik koos.');
    const [hit] = (await search(cast.marika, 'q=vallas')).items;
    expect(hit?.snippet.filter((part) => part.hit)).toEqual([{ text: 'vallas', hit: true }]);
    expect(hit?.snippet.map(({ text }) => text).join('')).toMatch(
      /^[^<>\u0002\u0003]*seda[^<>\u0002\u0003]*$/,
    );
  });

  it('finds what is shared with me while it is, and the version that was', async () => {
    const id = await write(cast.marika, 'Jagatud', 'Sadam kell viis.');
    expect(await titles(cast.helve, 'sadam')).toEqual([]);
    const share = (await cast.marika.says.post(`/entries/${id}/shares`, { audience: 'mentor' })).body as {
      id: string;
    };
    await cast.marika.says.patch(
      `/entries/${id}`,
      { body: 'Hiljem kirjutasin mere.' },
      { 'If-Match': '"1"' },
    );
    expect(await titles(cast.helve, 'sadam')).toEqual(['Jagatud']);
    expect(await titles(cast.helve, 'mere')).toEqual([]);
    expect(await titles(cast.marika, 'mere')).toEqual(['Jagatud']);
    await cast.marika.says.delete(`/entries/${id}/shares/${share.id}`);
    expect(await titles(cast.helve, 'sadam')).toEqual([]);
  });

  it('answers for the private things of others as for nothing, to the byte', async () => {
    const nothing = await search(cast.ants, 'q=kanaarilind');
    await write(cast.marika, 'kanaarilind', 'kanaarilind');
    for (const who of [cast.ants, cast.liis, cast.helve, cast.tiina, cast.kadri, cast.maarja]) {
      expect(await search(who, 'q=kanaarilind')).toEqual(nothing);
      expect(await search(who, '')).toEqual({ items: [] });
    }
    for (const { says } of [cast.stranger, cast.gone, cast.haldur])
      expect((await says.get(`/cohorts/${cast.cohort.id}/search?q=kanaarilind`)).status).toBe(404);
    expect((await cast.anonymous.get(`/cohorts/${cast.cohort.id}/search`)).status).toBe(401);
  });

  it('narrows by question, module and days, and turns pages', async () => {
    const [question] = cast.cohort.questions;
    const module = await cast.world.module(cast.cohort);
    const activityId = await cast.world.activity(module);
    await cast.world.edition(cast.cohort);
    await write(cast.marika, 'Küsimusele', 'Tekst', { questionId: question, moment: 'start' });
    await write(cast.marika, 'Moodulile', 'Tekst', { activityId });
    const old = await write(cast.marika, 'Vana', 'Tekst');
    await app.database.query(`UPDATE entries SET created_at = '2024-03-05T22:30:00Z' WHERE id = $1`, [old]);
    const told = async (query: string): Promise<string[]> =>
      (await search(cast.marika, query)).items.map(({ title }) => title);
    expect(await told(`question=${question ?? ''}`)).toEqual(['Küsimusele']);
    expect(await told(`module=${module}&q=tekst`)).toEqual(['Moodulile']);
    // Half past ten in the evening of UTC is the next day in Tallinn.
    expect(await told('from=2024-03-06&to=2024-03-06')).toEqual(['Vana']);
    expect(await told('to=2024-03-05')).toEqual([]);
    const first = await search(cast.marika, 'q=tekst&limit=2');
    const rest = await search(cast.marika, `q=tekst&limit=2&cursor=${first.next ?? ''}`);
    expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual([
      'Moodulile',
      'Küsimusele',
      'Vana',
    ]);
    expect(rest.next).toBeUndefined();
    expect(await told(`q=${encodeURIComponent('!!! … „“')}`)).toEqual([]);
  });

  it.each([
    'q=a%27b',
    'q=%5C%27%3A*',
    'q=%26%7C%21%28%29',
    'q=-',
    'q=%22',
    'q=%F0%9F%92%9B',
    `q=${'a%20'.repeat(90)}`,
  ])('is never a query of the one who asks: %s', async (query) => {
    await search(cast.marika, query);
  });

  it.each([
    'cursor=x',
    'from=2024-13-01',
    'from=x',
    'limit=0',
    'question=1',
    'module=1',
    'q[]=1',
    `q=${'a'.repeat(201)}`,
  ])('refuses %s', async (query) => {
    expect((await cast.marika.says.get(`/cohorts/${cast.cohort.id}/search?${query}`)).status).toBe(400);
  });

  it('asks as many statements for many as for one, and takes the longest text', async () => {
    await write(cast.marika, 'Üks', 'sõna');
    const one = await statementsOf(() => search(cast.marika, 'q=sõna'));
    for (let index = 0; index < 5; index++) await write(cast.marika, `Veel ${index}`, 'sõna');
    const long = Array.from({ length: 40_000 }, (_, n) => `õ${n.toString(36)}`).join(' ');
    await write(cast.marika, 'Pikk', `sõna ${long}`);
    expect(await statementsOf(() => search(cast.marika, 'q=sõna'))).toHaveLength(one.length);
    expect(await titles(cast.marika, 'pikk')).toEqual(['Pikk']);
  });
});
