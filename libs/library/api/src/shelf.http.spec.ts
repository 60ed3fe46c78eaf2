import { testApp, type TestApp, World, type WorldCohort, type WorldMember } from '@opiring/platform/testing';
import request from 'supertest';

describe('the shelf in the hands of those who keep it', () => {
  let app: TestApp;
  let cohort: WorldCohort;
  let marika: WorldMember;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    app = await testApp();
    const world = new World(app.database);
    cohort = await world.aCohort();
    marika = await world.participant(cohort, 'Marika');
    const elsewhere = await world.organizer(await world.aCohort());
    cookies['marika'] = await world.signIn(marika);
    cookies['ants'] = await world.signIn(await world.participant(cohort, 'Ants'));
    cookies['kadri'] = await world.signIn(await world.organizer(cohort));
    cookies['maarja'] = await world.signIn(await world.programLeader(cohort));
    cookies['elsewhere'] = await world.signIn(elsewhere);
    await app.database.query('UPDATE programmes SET published_at = now() WHERE id = $1', [
      cohort.programmeId,
    ]);
  });
  afterAll(() => app.close());

  const send = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, who = 'kadri') =>
    request(app.url)
      [method](`/api/${path}`)
      .set('cookie', cookies[who] ?? '');
  const shelf = async () => (await send('get', `programmes/${cohort.slug}/shelf`).expect(200)).body;
  /** Titles of stories as strangers and as the cohort see them. */
  const seen = async () => {
    const open = await request(app.url).get(`/api/programmes/${cohort.slug}`).expect(200);
    const inside = await send('get', `cohorts/${cohort.id}/library`, 'ants').expect(200);
    const titles = ({ stories }: { stories: { title: { et: string } }[] }) =>
      stories.map(({ title }) => title.et);
    return { open: titles(open.body), inside: titles(inside.body) };
  };
  const aStory = async (title: string, people: object[]) => {
    const { body } = await send('post', `programmes/${cohort.slug}/shelf/stories`)
      .send({ title, author: 'Marika ja Kalle', text: 'Kuidas köök kuulama hakkas.', people })
      .expect(201);
    return body.stories.find((story: { title: { et: string } }) => story.title.et === title);
  };
  const answer = (who: string, story: { id: string; version: number }, audience: string) =>
    send('put', `stories/${story.id}/consent`, who).send({ version: story.version, audience });

  it('shows a story only while everybody in it agrees to these very words', async () => {
    const story = await aStory('Köök', [
      { name: 'Marika', membershipId: marika.membershipId },
      { name: 'Kalle' },
    ]);
    expect(story).toMatchObject({
      version: 1,
      shown: null,
      people: [{ here: true, consent: null }, { here: false }],
    });
    const hidden = {
      open: expect.not.arrayContaining(['Köök']),
      inside: expect.not.arrayContaining(['Köök']),
    };
    expect(await seen()).toEqual(hidden);
    const { body: asked } = await send('get', `cohorts/${cohort.id}/my-stories`, 'marika').expect(200);
    expect(asked.stories).toMatchObject([
      { id: story.id, text: { et: 'Kuidas köök kuulama hakkas.' }, consent: null },
    ]);
    await answer('marika', story, 'public').expect(204);
    expect(await seen()).toEqual(hidden);
    const kalle = story.people[1].id;
    const record = (version: number, audience: string) =>
      send('put', `story-people/${kalle}/consent`).send({
        version,
        audience,
        basis: 'Kirjalikult 1. detsembril',
      });
    await record(1, 'cohort').expect(200);
    expect(await seen()).toEqual({ open: hidden.open, inside: expect.arrayContaining(['Köök']) });
    const { body } = await record(1, 'public').expect(200);
    expect(body.stories.find(({ id }: { id: string }) => id === story.id)).toMatchObject({ shown: 'public' });
    expect((await seen()).open).toContain('Köök');

    const words = { version: 1, title: 'Köök', author: 'Marika ja Kalle', text: 'Teised sõnad.' };
    await send('patch', `stories/${story.id}`).send(words).expect(200);
    expect(await seen()).toEqual(hidden);
    await send('patch', `stories/${story.id}`).send(words).expect(412);
    await answer('marika', story, 'public').expect(412);
    await record(1, 'public').expect(412);
    await answer('marika', { ...story, version: 2 }, 'public').expect(204);
    await record(2, 'public').expect(200);
    expect((await seen()).open).toContain('Köök');
    await send('delete', `stories/${story.id}/consent`, 'marika').expect(204);
    expect(await seen()).toEqual(hidden);
  });

  it('lets nobody answer for somebody who is here', async () => {
    const story = await aStory('Enda oma', [{ name: 'Marika', membershipId: marika.membershipId }]);
    const consent = { version: 1, audience: 'public', basis: 'ütles mulle' };
    await send('put', `story-people/${story.people[0].id}/consent`).send(consent).expect(404);
    await answer('ants', story, 'public').expect(404);
    await answer('kadri', story, 'public').expect(404);
    expect((await send('get', `cohorts/${cohort.id}/my-stories`, 'ants').expect(200)).body.stories).toEqual(
      [],
    );
    await send('delete', `stories/${story.id}`).expect(200);
    await answer('marika', story, 'public').expect(404);
  });

  it('keeps what to read in order, and never writes over unseen', async () => {
    const { revision } = await shelf();
    const put = (at: number, resources: object[]) =>
      send('put', `programmes/${cohort.slug}/shelf/resources`).set('if-match', `"${at}"`).send({ resources });
    const { body } = await put(revision, [
      { kind: 'book', title: 'Ruumiloojad', author: 'Autorid' },
      { kind: 'link', title: { et: 'Veeb', en: 'Web' }, url: 'https://kogukonnaveeb.ee' },
    ]).expect(200);
    expect(body.resources).toMatchObject([
      { title: { et: 'Ruumiloojad' } },
      { url: 'https://kogukonnaveeb.ee' },
    ]);
    await put(revision, []).expect(412);
    await put(body.revision, [{ kind: 'song', title: 'x' }]).expect(400);
    await put(body.revision, [{ kind: 'link', title: 'x', url: 'javascript:alert(1)' }]).expect(400);
    expect((await shelf()).resources).toHaveLength(2);
  });

  it('asks everybody anew when the principles have new words', async () => {
    const publish = (text: string, key: string) =>
      send('post', `programmes/${cohort.slug}/shelf/principles`).set('idempotency-key', key).send({ text });
    await publish('Kuulan lõpuni.', 'principles-1').expect(201);
    const inForce = async () => (await send('get', `cohorts/${cohort.id}/library`, 'marika')).body.principles;
    await send('post', `principles/${(await inForce()).id}/acceptances`, 'marika').expect(201);
    expect((await inForce()).acceptedAt).toMatch(/Z$/);
    await publish('Kuulan lõpuni ja küsin.', 'principles-2').expect(201);
    await publish('Kuulan lõpuni ja küsin.', 'principles-2').expect(201);
    expect(await inForce()).toMatchObject({ version: 2, acceptedAt: null });
    expect((await shelf()).principles.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  });

  it.each(['marika', 'maarja', 'elsewhere'])('is not there for %s', async (who) => {
    await send('get', `programmes/${cohort.slug}/shelf`, who).expect(404);
    const { stories } = await shelf();
    await send('delete', `stories/${stories[0].id}`, who).expect(404);
    await send('post', `programmes/${cohort.slug}/shelf/principles`, who).send({ text: 'Mine' }).expect(404);
  });
});
