import type { RingView } from '@opiring/contract/arc';
import pg from 'pg';
import { aCast, type Actor, type Cast, statementsOf, testApp, type TestApp } from '@opiring/platform/testing';

const CANARY = 'kanaarilind-ring';

describe('a guiding question', () => {
  let app: TestApp;
  let cast: Cast;
  let question: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
    question = cast.cohort.questions[2] ?? '';
  });
  afterAll(() => app.close());

  const path = () => `/cohorts/${cast.cohort.id}/questions/${question}`;
  const everybodyElse = () => [
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

  describe('what moved', () => {
    const say = (text: string, revision: number, who: Actor = cast.marika) =>
      who.says.put(`${path()}/moved`, { text }, { 'If-Match': `"${revision}"` });

    it('is said, said anew over what was seen, and never over what was not', async () => {
      const first = await say('Tulen küsimusega.', 0);
      expect([first.status, first.body]).toEqual([
        200,
        expect.objectContaining({ text: 'Tulen küsimusega.', revision: 1, lang: 'et' }),
      ]);
      expect(first.headers['etag']).toBe('"1"');
      const stale = await say('Teine seade.', 0);
      expect([stale.status, stale.body.current.text]).toEqual([412, 'Tulen küsimusega.']);
      expect((await say('Ootan.', 1)).body).toMatchObject({ text: 'Ootan.', revision: 2 });
      expect((await say('Vana.', 1)).status).toBe(412);
      expect((await say('', 2)).body).toMatchObject({ text: '', revision: 3 });
      expect((await cast.marika.says.put(`${path()}/moved`, { text: 'x' })).status).toBe(428);
      expect((await say('x'.repeat(2001), 3)).status).toBe(400);
    });

    it('is the leader’s alone', async () => {
      await say(CANARY, 0);
      for (const who of [cast.helve, cast.kadri, cast.maarja, cast.tiina])
        expect((await say('x', 1, who)).status).toBe(403);
      for (const who of [cast.stranger, cast.gone]) expect((await say('x', 1, who)).status).toBe(404);
      // Another leader's revision is their own, and so is what they would see.
      const other = await say('x', 1, cast.ants);
      expect([other.status, JSON.stringify(other.body)]).toEqual([412, expect.not.stringContaining(CANARY)]);
      expect((await cast.anonymous.put(`${path()}/moved`, { text: 'x' })).status).toBe(401);
      const { rows } = await app.database.query('SELECT moved FROM question_arcs WHERE author_id = $1', [
        cast.marika.membershipId,
      ]);
      expect(rows).toEqual([{ moved: CANARY }]);
    });

    it('the database refuses too, asked in raw SQL', async () => {
      await say(CANARY, 0);
      const client = new pg.Client({ connectionString: app.appUrl });
      await client.connect();
      const as = async (accountId: string | undefined, sql: string): Promise<number | null> => {
        await client.query('BEGIN');
        try {
          if (accountId) await client.query(`SELECT set_config('app.account_id', $1, true)`, [accountId]);
          return (await client.query(sql)).rowCount;
        } finally {
          await client.query('ROLLBACK');
        }
      };
      expect(await as(cast.marika.accountId, 'SELECT * FROM question_arcs')).toBe(1);
      for (const who of [undefined, ...everybodyElse().map(({ accountId }) => accountId)]) {
        expect(await as(who, 'SELECT * FROM question_arcs')).toBe(0);
        expect(await as(who, `UPDATE question_arcs SET moved = 'x'`)).toBe(0);
        expect(await as(who, 'DELETE FROM question_arcs')).toBe(0);
      }
      const { ants, marika, cohort } = cast;
      const forged = `INSERT INTO question_arcs (cohort_id, author_id, account_id, question_id, moved)
        VALUES ('${cohort.id}', '${marika.membershipId}', '${marika.accountId}', '${cohort.questions[0] ?? ''}', 'x')`;
      await expect(as(ants.accountId, forged)).rejects.toThrow(/row-level security/);
      await client.end();
    });
  });

  describe('the ring view', () => {
    const answer = async (who: Actor, moment: string, body: string, audience?: string): Promise<string> => {
      const { id } = (
        await who.says.post(`/cohorts/${cast.cohort.id}/entries`, { questionId: question, moment, body })
      ).body as { id: string };
      if (audience) await who.says.post(`/entries/${id}/shares`, { audience });
      return id;
    };
    const ring = async (who: Actor): Promise<RingView> =>
      (await who.says.get(`${path()}/ring`)).body as RingView;

    it('sets start and end next to each other, by seat, of what is shared with the cohort now', async () => {
      await answer(cast.liis, 'end', 'Liisi lõpp', 'cohort');
      await answer(cast.ants, 'start', 'Antsu algus', 'cohort');
      await answer(cast.ants, 'end', CANARY);
      await answer(cast.marika, 'start', 'Marika algus', 'cohort');
      const last = await answer(cast.marika, 'end', 'Marika lõpp', 'cohort');
      await answer(cast.marika, 'middle', CANARY, 'cohort');
      const view = await ring(cast.marika);
      expect(
        view.seats.map(({ person, mine, start, end }) => [person.name, mine, start !== null, end !== null]),
      ).toEqual([
        ['Marika', true, true, true],
        ['Ants', false, true, false],
        ['Liis', false, false, true],
      ]);
      expect(JSON.stringify(view)).not.toContain(CANARY);
      expect(view.seats[0]?.end).toMatchObject({ entryId: last, asked: { version: 1 } });
      expect((await ring(cast.helve)).seats).toHaveLength(3);
      for (const who of [cast.kadri, cast.maarja]) expect((await ring(who)).seats).toEqual([]);
      for (const { says } of [cast.stranger, cast.gone, cast.haldur])
        expect((await says.get(`${path()}/ring`)).status).toBe(404);
    });

    it('holds no answer shared with the mentor only, revoked, expired, or given to who came later', async () => {
      await answer(cast.marika, 'start', CANARY, 'mentor');
      const end = await answer(cast.marika, 'end', CANARY, 'cohort');
      const { body } = await cast.marika.says.get(`/entries/${end}`);
      const late = await cast.world.participant(cast.cohort, 'Hiline');
      expect((await ring(cast.ants)).seats).toHaveLength(1);
      expect(
        (
          await app.database.query('SELECT FROM entry_share_recipients WHERE account_id = $1', [
            late.accountId,
          ])
        ).rowCount,
      ).toBe(0);
      await app.database.query(
        `UPDATE entry_shares SET expires_at = now() - interval '1 second' WHERE id = $1`,
        [body.shares[0].id],
      );
      expect((await ring(cast.ants)).seats).toEqual([]);
      await app.database.query('UPDATE entry_shares SET expires_at = NULL WHERE id = $1', [
        body.shares[0].id,
      ]);
      expect((await ring(cast.ants)).seats).toHaveLength(1);
      await cast.marika.says.delete(`/entries/${end}/shares/${body.shares[0].id}`);
      expect((await ring(cast.ants)).seats).toEqual([]);
    });

    it('leaves a reading in each author’s receipt, once a day, and none of one’s own', async () => {
      const id = await answer(cast.marika, 'start', 'Algus', 'cohort');
      await ring(cast.marika);
      await ring(cast.ants);
      await ring(cast.ants);
      const { items } = (await cast.marika.says.get(`/entries/${id}/readings`)).body as {
        items: { reader: { name: string } }[];
      };
      expect(items.map(({ reader }) => reader.name)).toEqual(['Ants']);
    });

    it('asks as many statements for many as for one', async () => {
      await answer(cast.marika, 'start', 'Algus', 'cohort');
      const one = await statementsOf(() => ring(cast.liis));
      await answer(cast.marika, 'end', 'Lõpp', 'cohort');
      await answer(cast.ants, 'start', 'Algus', 'cohort');
      expect(await statementsOf(() => ring(cast.liis))).toHaveLength(one.length);
    });
  });
});
