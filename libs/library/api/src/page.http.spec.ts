import { type AroundProgramme, aroundProgramme, testApp, type TestApp } from '@opiring/platform/testing';

describe('the public page in the hands of its writers', () => {
  let app: TestApp;
  let api: AroundProgramme['api'];

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ({ api } = await aroundProgramme(app));
  });
  afterAll(() => app.close());

  const page = async (who = 'kadri') => (await api('get', '/page', who).expect(200)).body;
  const change = async (body: object, who = 'kadri') =>
    api('patch', '/page', who)
      .set('if-match', `"${(await page()).revision}"`)
      .send(body);

  it('is written in three languages, and stands open to anybody once it is published', async () => {
    await api('get', '', 'nobody').expect(404);
    const { body } = await change({
      lead: { et: 'Juhile', en: 'For leaders', ru: ' ' },
      effects: ['Esimene', { et: 'Teine', ru: 'Второе' }],
      planUrl: 'https://kogukonnaveeb.ee/kava',
      partners: [
        { name: 'Teine', part: 'Toetab' },
        { name: 'Esimene', url: 'https://partner.example' },
      ],
    }).then((sent) => sent);
    expect(body).toMatchObject({
      texts: {
        lead: { et: 'Juhile', en: 'For leaders' },
        what: {},
        effects: [{ et: 'Esimene' }, { et: 'Teine', ru: 'Второе' }],
      },
      partners: [{ name: 'Teine', part: { et: 'Toetab' }, url: null }, { name: 'Esimene' }],
      publishedAt: null,
      can: { reword: true },
    });
    expect(body.texts.lead).not.toHaveProperty('ru');
    await api('get', '', 'nobody').expect(404);
    const { body: published } = await api('put', '/publication').expect(200);
    expect(published.publishedAt).toMatch(/Z$/);
    expect((await api('put', '/publication').expect(200)).body.publishedAt).toBe(published.publishedAt);
    const { body: seen } = await api('get', '', 'nobody').expect(200);
    expect(seen).toMatchObject({ texts: { lead: { et: 'Juhile' } }, partners: [{}, {}] });
    await api('delete', '/publication').expect(200);
    await api('get', '', 'nobody').expect(404);
  });

  it('keeps what was not sent', async () => {
    await change({ what: 'Mis see on', partners: [{ name: 'Vald' }] }).then(({ status }) =>
      expect(status).toBe(200),
    );
    const { body } = await change({ when: 'Sügisel' });
    expect(body).toMatchObject({
      texts: { what: { et: 'Mis see on' }, when: { et: 'Sügisel' } },
      partners: [{ name: 'Vald' }],
    });
  });

  it('is the admin’s too, who founded it; the questions’ words are not', async () => {
    const { body } = await change({ title: 'Uus nimi' }, 'admin');
    expect(body).toMatchObject({ title: { et: 'Uus nimi' }, can: { reword: false } });
    await api('put', '/publication', 'admin').expect(200);
  });

  it.each(['maarja', 'marika', 'outsider'])('is not there for %s', async (who) => {
    await api('get', '/page', who).expect(404);
    expect((await change({ lead: 'x' }, who)).status).toBe(404);
    await api('put', '/publication', who).expect(404);
    await api('delete', '/publication', who).expect(404);
  });

  it('asks strangers to sign in', () => api('get', '/page', 'nobody').expect(401));

  it('is never written over unseen', async () => {
    await api('patch', '/page').send({ lead: 'x' }).expect(428);
    const { revision } = await page();
    await change({ lead: 'Esimene' });
    const { body } = await api('patch', '/page')
      .set('if-match', `"${revision}"`)
      .send({ lead: 'Teine' })
      .expect(412);
    expect(body.current).toMatchObject({ texts: { lead: { et: 'Esimene' } } });
  });

  it('saves the page and its questions together, or nothing', async () => {
    const { body: before } = await change({ lead: 'Enne' });
    const [first, ...others] = before.questions;
    const { body } = await change({
      lead: 'Pärast',
      questions: [{ id: first.id, version: first.version, text: { et: 'Uued sõnad?', en: 'New words?' } }],
    });
    expect(body).toMatchObject({
      texts: { lead: { et: 'Pärast' } },
      questions: [{ version: first.version + 1, text: { et: 'Uued sõnad?', en: 'New words?' } }, ...others],
    });
    const stale = await change({
      lead: 'Kadunud',
      questions: [{ id: first.id, version: first.version, text: 'Vanade asemele?' }],
    });
    expect(stale.status).toBe(412);
    expect(stale.body.current).toMatchObject({ texts: { lead: { et: 'Pärast' } } });
    expect((await change({ questions: [{ ...first, text: 'x' }] })).status).toBe(400);
    const again = [
      { id: first.id, version: first.version + 1, text: { et: 'Uued sõnad?', en: 'New words?' } },
    ];
    expect((await change({ questions: again })).body.questions[0].version).toBe(first.version + 1);
    expect((await change({ lead: 'Adminilt', questions: again }, 'admin')).status).toBe(403);
    expect((await page()).texts.lead).toEqual({ et: 'Pärast' });
  });

  it.each([
    [{ lead: 7 }],
    [{ lead: null }],
    [{ lead: { fi: 'Moi' } }],
    [{ title: '' }],
    [{ planUrl: 'javascript:alert(1)' }],
    [{ partners: [{ name: '' }] }],
    [{ partners: [{ name: 'x', url: 'javascript:x' }] }],
    [{ partners: [{ name: 'x', id: 1 }] }],
    [{ effects: [1] }],
    [{ questions: [{ id: 'x', version: 1, text: 'Mis?' }] }],
    [{ questions: [{ version: 1, text: 'Mis?' }] }],
    [{ publishedAt: '2020-01-01' }],
  ])('refuses %j', async (body) => {
    expect((await change(body)).status).toBe(400);
  });
});
