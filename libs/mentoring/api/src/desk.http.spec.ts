import { aCast, type Actor, type Cast, statementsOf, testApp, type TestApp } from '@opiring/platform/testing';

interface Letter {
  id: string;
  title: string;
  waitingDays: number;
  minutes: number;
}

describe('the desk', () => {
  let app: TestApp;
  let cast: Cast;
  let path: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
    path = `/cohorts/${cast.cohort.id}/desk`;
  });
  afterAll(() => app.close());

  /** Shares a letter with the mentor, so many days ago. */
  const send = async (author: Actor, title: string, daysAgo = 0, body = 'Tere, Helve.'): Promise<string> => {
    const entry = await author.says.post(`/cohorts/${cast.cohort.id}/entries`, { title, body });
    const id = (entry.body as { id: string }).id;
    const share = await author.says.post(`/entries/${id}/shares`, { audience: 'mentor' });
    await app.database.query(
      'UPDATE entry_shares SET granted_at = now() - make_interval(days => $2) WHERE id = $1',
      [(share.body as { id: string }).id, daysAgo],
    );
    return id;
  };
  const desk = async (query = '') => (await cast.helve.says.get(path + query)).body;
  const titles = async (query = ''): Promise<string[]> =>
    ((await desk(query)).waiting as Letter[]).map(({ title }) => title);

  it('holds letters oldest first, with their first words and their length, and no body', async () => {
    await send(cast.marika, 'uuem', 1, 'sõna '.repeat(400));
    await send(cast.marika, 'vanem', 3);
    const { waiting, leaders, answeredThisWeek } = await desk();
    expect(waiting).toMatchObject([
      { title: 'vanem', waitingDays: 3, minutes: 1, opening: 'Tere, Helve.', author: { name: 'Marika' } },
      { title: 'uuem', waitingDays: 1, minutes: 3 },
    ]);
    expect(waiting[0]).not.toHaveProperty('body');
    expect(JSON.stringify(waiting).length).toBeLessThan(2500);
    expect(leaders).toMatchObject([{ name: 'Marika', pausedUntil: null, lastCircleOn: null }]);
    expect(answeredThisWeek).toBe(0);
  });

  it('lets a letter go once it is answered, and takes it back when it is shared anew', async () => {
    const id = await send(cast.marika, 'kiri');
    await cast.helve.says.post(`/entries/${id}/notes`, { kind: 'noticing', body: 'Märkan.' });
    expect(await desk()).toMatchObject({ waiting: [], answeredThisWeek: 1 });
    await cast.marika.says.patch(`/entries/${id}`, { title: 'teine kiri' }, { 'If-Match': '"1"' });
    await cast.marika.says.post(`/entries/${id}/shares`, { audience: 'mentor' });
    expect(await titles()).toEqual(['teine kiri']);
  });

  it('holds only what leaders it accompanies today shared with it', async () => {
    await send(cast.marika, 'kiri');
    const entry = await cast.marika.says.post(`/cohorts/${cast.cohort.id}/entries`, {
      title: 'kõigile',
      body: 'x',
    });
    await cast.marika.says.post(`/entries/${(entry.body as { id: string }).id}/shares`, {
      audience: 'cohort',
    });
    expect(await titles()).toEqual(['kiri']);
    await cast.world.assignment(cast.tiina, cast.marika);
    expect(await desk()).toMatchObject({ waiting: [], leaders: [] });
    expect((await cast.tiina.says.get(path)).body).toMatchObject({
      waiting: [],
      leaders: [{ name: 'Marika' }],
    });
  });

  it('counts days in the cohort’s days', async () => {
    await send(cast.marika, 'kiri');
    await app.database.query(
      `UPDATE entry_shares SET granted_at = (date_trunc('day', now() AT TIME ZONE 'Europe/Tallinn') - interval '1 minute') AT TIME ZONE 'Europe/Tallinn'`,
    );
    expect((await desk()).waiting).toMatchObject([{ waitingDays: 1 }]);
  });

  it('comes page by page', async () => {
    for (const [at, title] of ['c', 'b', 'a'].entries()) await send(cast.marika, title, at);
    const { next } = await desk('?limit=2');
    expect(await titles('?limit=2')).toEqual(['a', 'b']);
    expect(await titles(`?limit=2&after=${next}`)).toEqual(['c']);
    for (const query of ['?limit=0', '?limit=101', '?after=x', '?sort=new']) {
      expect((await cast.helve.says.get(path + query)).status).toBe(400);
    }
  });

  it('is one statement beside the session’s, with one letter as with two hundred', async () => {
    await send(cast.marika, 'kiri');
    expect(await statementsOf(() => desk())).toHaveLength(2);
    await app.database.query(
      `WITH e AS (INSERT INTO entries (cohort_id, author_id, account_id, title, body)
         SELECT $1, $2, $3, 'kiri', '{"type":"doc"}' FROM generate_series(1, 200) RETURNING id),
       v AS (INSERT INTO entry_versions (entry_id, number, cohort_id, author_id, account_id, title, body, lang, kept_for)
         SELECT id, 1, $1, $2, $3, 'kiri', '{"type":"doc"}', 'et', 'share' FROM e),
       s AS (INSERT INTO entry_shares (entry_id, version, cohort_id, author_id, account_id, audience)
         SELECT id, 1, $1, $2, $3, 'mentor' FROM e RETURNING id)
       INSERT INTO entry_share_recipients (share_id, membership_id, account_id, cohort_id) SELECT id, $4, $5, $1 FROM s`,
      [
        cast.cohort.id,
        cast.marika.membershipId,
        cast.marika.accountId,
        cast.helve.membershipId,
        cast.helve.accountId,
      ],
    );
    expect(await statementsOf(() => desk('?limit=100'))).toHaveLength(2);
    let [seen, after] = [0, ''];
    do {
      const page = await desk(`?limit=100${after}`);
      seen += (page.waiting as Letter[]).length;
      after = page.next ? `&after=${String(page.next)}` : '';
    } while (after);
    expect(seen).toBe(201);
  });

  it.each([
    ['the anonymous', () => cast.anonymous, 401],
    ['a stranger', () => cast.stranger.says, 404],
    ['an admin', () => cast.haldur.says, 404],
    ['a participant', () => cast.marika.says, 403],
    ['an organizer', () => cast.kadri.says, 403],
    ['a program leader', () => cast.maarja.says, 403],
  ])('is not for %s', async (_, voice, status) => {
    expect((await voice().get(path)).status).toBe(status);
  });
});
