import { testApp, type TestApp, World, type WorldCohort, type WorldMember } from '@opiring/platform/testing';
import request from 'supertest';

describe('the library', () => {
  let app: TestApp;
  let cohort: WorldCohort;
  let principles: string;
  const cookies: Record<string, string> = {};

  const get = (who: string, path: string) =>
    request(app.url)
      .get(path)
      .set('cookie', cookies[who] ?? '');
  const shelf = (who: string) => get(who, `/api/cohorts/${cohort.id}/library`);
  const interests = (who: string, query = '') => get(who, `/api/cohorts/${cohort.id}/interests${query}`);
  const accept = (who: string, id = principles) =>
    request(app.url)
      .post(`/api/principles/${id}/acceptances`)
      .set('cookie', cookies[who] ?? '');
  const leave = (body: object, slug = cohort.slug) =>
    request(app.url).post(`/api/programmes/${slug}/interests`).send(body);
  const one = async (sql: string, values: unknown[]): Promise<string> =>
    (await app.database.query<{ id: string }>(sql, values)).rows[0]?.id ?? '';

  beforeAll(async () => {
    app = await testApp();
    const world = new World(app.database);
    cohort = await world.aCohort();
    const elsewhere = await world.aCohort();
    const gone = await world.participant(cohort, 'Gone');
    await world.endMembership(gone);
    const people: Record<string, WorldMember> = {
      marika: await world.participant(cohort),
      helve: await world.mentor(cohort),
      kadri: await world.organizer(cohort),
      maarja: await world.programLeader(cohort),
      elsewhere: await world.organizer(elsewhere),
      gone,
    };
    for (const [name, who] of Object.entries(people)) cookies[name] = await world.signIn(who);
    cookies['admin'] = await world.signIn(await world.admin());
    await world.module(cohort);
    await world.edition(cohort);
    await world.meeting(cohort);
    await app.database.query(`UPDATE memberships SET municipality = 'Rannasoo' WHERE cohort_id = $1`, [
      cohort.id,
    ]);
    const { programmeId } = cohort;
    await app.database.query(
      `INSERT INTO guiding_questions (programme_id, strand, position) VALUES ($1, 'inclusive', 1)`,
      [programmeId],
    );
    await app.database.query(
      `INSERT INTO guiding_question_versions SELECT id, n, jsonb_build_object('et', 'Sõnastus ' || n) FROM guiding_questions, generate_series(1, 2) n WHERE programme_id = $1 AND strand = 'inclusive'`,
      [programmeId],
    );
    await app.database.query(
      `INSERT INTO resources (programme_id, kind, title) VALUES ($1, 'book', '{"et":"Ruumiloojad"}')`,
      [programmeId],
    );
    await app.database.query(
      `WITH told AS (INSERT INTO stories (programme_id, title, author) VALUES ($1, '{"et":"Lugu"}', 'Autor') RETURNING id),
         by AS (INSERT INTO story_people (story_id, name) SELECT id, 'Autor' FROM told RETURNING id)
       INSERT INTO story_consents (person_id, version, audience) SELECT id, 1, 'public' FROM by`,
      [programmeId],
    );
    await app.database.query(`INSERT INTO partners (programme_id, name) VALUES ($1, 'Partner')`, [
      programmeId,
    ]);
    await app.database.query(
      `INSERT INTO principles (programme_id, version, text) VALUES ($1, 1, '{"et":"Vana"}')`,
      [programmeId],
    );
    principles = await one(
      `INSERT INTO principles (programme_id, version, text) VALUES ($1, 2, '{"et":"Põhimõtted"}') RETURNING id`,
      [programmeId],
    );
  });
  afterAll(() => app.close());

  describe('the public page', () => {
    const page = () => request(app.url).get(`/api/programmes/${cohort.slug}`);

    it('says the whole programme to anybody', async () => {
      const { body } = await page().expect(200);
      expect(body).toMatchObject({
        slug: cohort.slug,
        texts: { lead: {}, effects: [] },
        inclusiveQuestions: [{ version: 2, text: { et: 'Sõnastus 2' } }],
        modules: [{ title: { et: 'Moodul' }, alongside: false }],
        meetings: [{ position: 1, startsAt: expect.stringMatching(/Z$/) }],
        intakes: [{ name: 'Lend', leaders: null, municipalities: null }],
        resources: [{ kind: 'book', title: { et: 'Ruumiloojad' }, url: null }],
        stories: [{ author: 'Autor' }],
        partners: [{ name: 'Partner' }],
        principles: { version: 2, text: { et: 'Põhimõtted' } },
        timeZone: 'Europe/Tallinn',
      });
      expect(body.questions).toHaveLength(4);
      expect(body.principles).not.toHaveProperty('acceptedAt');
      expect(JSON.stringify(body)).not.toContain('world.example');
    });

    it('is not sent again to who has it', async () => {
      const { headers } = await page().expect(200);
      expect(headers['cache-control']).toBe('public, max-age=60');
      const again = await page()
        .set('if-none-match', `"old", W/${headers['etag'] ?? ''}`)
        .expect(304);
      expect(again.text).toBe('');
      expect(again.headers['etag']).toBe(headers['etag']);
    });

    it('is not there before it is published', async () => {
      const { slug } = await new World(app.database).aCohort();
      await app.database.query('UPDATE programmes SET published_at = NULL WHERE slug = $1', [slug]);
      await request(app.url).get(`/api/programmes/${slug}`).expect(404);
      await request(app.url).get('/api/programmes/nothing').expect(404);
      await leave({ email: 'a@b.example', consent: true }, slug).expect(404);
    });
  });

  describe('the shelf and the principles', () => {
    it.each(['marika', 'helve', 'kadri', 'maarja'])('stand open to %s', async (who) => {
      const { body } = await shelf(who).expect(200);
      expect(body).toMatchObject({
        resources: [{ kind: 'book' }],
        principles: { id: principles, acceptedAt: null },
        can: { seeInterests: who === 'kadri' },
      });
    });

    it.each(['elsewhere', 'admin', 'gone'])('are not there for %s', async (who) => {
      await shelf(who).expect(404);
      await accept(who).expect(404);
    });

    it('ask strangers to sign in, and know no other ids', async () => {
      await shelf('nobody').expect(401);
      await accept('nobody').expect(401);
      await accept('marika', cohort.id).expect(404);
      await accept('marika', 'x').expect(404);
    });

    it('are accepted by each for themselves, and the first time stays', async () => {
      const { body } = await accept('marika').expect(201);
      expect(body).toMatchObject({ id: principles, version: 2, acceptedAt: expect.stringMatching(/Z$/) });
      expect((await accept('marika').expect(201)).body).toEqual(body);
      expect((await shelf('marika').expect(200)).body.principles).toEqual(body);
      expect((await shelf('helve').expect(200)).body.principles.acceptedAt).toBeNull();
    });
  });

  describe('those who wait for the next intake', () => {
    it('leave their address with consent; a second time changes and tells nothing', async () => {
      const first = await leave({ email: 'ootaja@vald.example', consent: true, locale: 'ru' }).expect(202);
      const second = await leave({ email: 'Ootaja@vald.example', consent: true }).expect(202);
      expect(second.text).toBe(first.text);
      const { body } = await interests('kadri').expect(200);
      expect(body).toEqual({
        items: [
          {
            id: expect.any(String),
            email: 'ootaja@vald.example',
            locale: 'ru',
            consentedAt: expect.stringMatching(/Z$/),
          },
        ],
      });
    });

    it.each([
      [{ email: 'ootaja@vald.example' }, 'consent'],
      [{ email: 'ootaja@vald.example', consent: false }, 'consent'],
      [{ email: 'ei ole', consent: true }, 'email'],
      [{ email: 'ootaja@vald.example', consent: true, programmeId: 'x' }, 'programmeId'],
    ])('are refused by %j', async (body, field) => {
      const { body: problem } = await leave(body).expect(400);
      expect(Object.keys(problem.fields)).toEqual([field]);
    });

    it.each(['marika', 'helve', 'maarja', 'elsewhere', 'admin', 'gone'])(
      'are not shown to %s, nor removed',
      async (who) => {
        await interests(who).expect(404);
        const id = (await interests('kadri')).body.items[0].id as string;
        await request(app.url)
          .delete(`/api/interests/${id}`)
          .set('cookie', cookies[who] ?? '')
          .expect(404);
      },
    );

    it('are listed page by page, and removed on request', async () => {
      await app.database.query(
        `INSERT INTO interests (programme_id, email) SELECT $1, n || '@vald.example' FROM generate_series(1, 120) n`,
        [cohort.programmeId],
      );
      const { body: first } = await interests('kadri').expect(200);
      expect(first.items).toHaveLength(100);
      const { body: second } = await interests('kadri', `?after=${first.next}`).expect(200);
      expect(second.items).toHaveLength(21);
      expect(second).not.toHaveProperty('next');
      const { id } = second.items[20];
      const remove = (who: string) =>
        request(app.url)
          .delete(`/api/interests/${id}`)
          .set('cookie', cookies[who] ?? '');
      await remove('nobody').expect(401);
      await remove('kadri').expect(204);
      await remove('kadri').expect(404);
      await interests('nobody').expect(401);
      await interests('kadri', '?after=there').expect(400);
    });

    it('are slowed down when one place leaves very many', async () => {
      const answers = [];
      for (let n = 0; n < 12; n++)
        answers.push((await leave({ email: `${n}@palju.example`, consent: true })).status);
      expect(answers.at(-1)).toBe(429);
    });
  });
});
