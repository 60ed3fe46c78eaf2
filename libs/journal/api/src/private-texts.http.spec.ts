import pg from 'pg';
import { aCast, type Actor, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

const CANARY = 'kanaarilind-õunapuu';
/** Its second passage is the author's alone. */
const BODY = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: `${CANARY} laulab.` }] },
    { type: 'fold', content: [{ type: 'paragraph', content: [{ type: 'text', text: CANARY }] }] },
  ],
};
const NOBODY = '01a20ace-c33a-7019-9aac-d9e45955a9a9';

/** Every table that holds a person's words, or who read them. */
const PRIVATE = [
  'entries',
  'entry_versions',
  'whole_versions',
  'entry_shares',
  'entry_share_recipients',
  'entry_readings',
  'conversations',
  'notes',
  'replies',
];

describe('private texts', () => {
  let app: TestApp;
  let cast: Cast;
  /** Never shared; shared with the mentor and answered; shared and revoked; shared until a day that is over. */
  const ids = { unshared: '', answered: '', revoked: '', expired: '' };

  const write = async (author: Actor): Promise<string> => {
    const path = `/cohorts/${cast.cohort.id}/entries`;
    return ((await author.says.post(path, { title: CANARY, body: BODY })).body as { id: string }).id;
  };
  const others = () => [
    cast.ants,
    cast.liis,
    cast.tiina,
    cast.kadri,
    cast.maarja,
    cast.haldur,
    cast.stranger,
    cast.gone,
  ];

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    const { marika, helve } = cast;
    for (const name of ['unshared', 'answered', 'revoked', 'expired'] as const)
      ids[name] = await write(marika);
    await marika.says.post(`/entries/${ids.unshared}/done`);
    await marika.says.post(`/entries/${ids.answered}/shares`, { audience: 'mentor' });
    await helve.says.get(`/entries/${ids.answered}`);
    const note = await helve.says.post(`/entries/${ids.answered}/notes`, { kind: 'noticing', body: CANARY });
    await marika.says.post(`/notes/${(note.body as { id: string }).id}/replies`, { body: CANARY });
    const share = await marika.says.post(`/entries/${ids.revoked}/shares`, { audience: 'team' });
    await marika.says.delete(`/entries/${ids.revoked}/shares/${(share.body as { id: string }).id}`);
    await marika.says.post(`/entries/${ids.expired}/shares`, { audience: 'team', until: '2999-12-31' });
    await helve.says.get(`/entries/${ids.expired}`);
    await helve.says.post(`/entries/${ids.expired}/notes`, { kind: 'noticing', body: CANARY });
    await app.database.query(
      `UPDATE entry_shares SET expires_at = now() - interval '1 second' WHERE entry_id = $1`,
      [ids.expired],
    );
  });
  afterAll(() => app.close());

  it('are the same 404 as nothing, to everybody else, on every route', async () => {
    for (const who of others()) {
      for (const id of Object.values(ids)) {
        for (const path of ['', '/readings', '/versions', '/versions/1', '/notes']) {
          const answer = await who.says.get(`/entries/${id}${path}`);
          const nothing = await who.says.get(`/entries/${NOBODY}${path}`);
          expect([who.name, path, answer.status]).toEqual([who.name, path, 404]);
          expect({ ...answer.body, requestId: '' }).toEqual({ ...nothing.body, requestId: '' });
        }
        expect((await who.says.patch(`/entries/${id}`, { title: 'x' }, { 'If-Match': '"1"' })).status).toBe(
          404,
        );
        expect((await who.says.delete(`/entries/${id}`)).status).toBe(404);
      }
    }
    expect((await app.database.query('SELECT FROM entries')).rowCount).toBe(4);
  });

  it('are asked for by nobody without a session', async () => {
    for (const id of Object.values(ids)) {
      expect((await cast.anonymous.get(`/entries/${id}`)).status).toBe(401);
      expect((await cast.anonymous.patch(`/entries/${id}`, {}, { 'If-Match': '"1"' })).status).toBe(401);
      expect((await cast.anonymous.delete(`/entries/${id}`)).status).toBe(401);
    }
  });

  it('stand in no list of anybody else’s', async () => {
    const { id } = cast.cohort;
    for (const { says } of others()) {
      for (const path of [
        'entries',
        'entries?shared=with-me',
        'desk',
        'conversations',
        'audiences',
        'progress',
        'people',
      ]) {
        expect(JSON.stringify((await says.get(`/cohorts/${id}/${path}`)).body)).not.toContain(CANARY);
      }
    }
  });

  describe('in the database, asked in raw SQL', () => {
    let client: pg.Client;
    beforeAll(async () => {
      client = new pg.Client({ connectionString: app.appUrl });
      await client.connect();
    });
    afterAll(() => client.end());

    /** What a table shows of Marika's, to this account or to none. */
    const seen = async (table: string, accountId?: string): Promise<number> => {
      await client.query('BEGIN');
      try {
        if (accountId) await client.query(`SELECT set_config('app.account_id', $1, true)`, [accountId]);
        return (await client.query(`SELECT * FROM ${table}`)).rowCount ?? 0;
      } finally {
        await client.query('ROLLBACK');
      }
    };

    it.each(PRIVATE)('%s shows nothing without an identity', async (table) => {
      expect((await app.database.query(`SELECT FROM ${table}`)).rowCount).toBeGreaterThan(0);
      expect(await seen(table)).toBe(0);
    });

    it.each(PRIVATE)('%s shows nothing of hers to another', async (table) => {
      for (const { name, accountId } of others()) {
        // That a share once named somebody is theirs to know; the share itself is gone for them.
        const named =
          table === 'entry_share_recipients' && ['Ants', 'Liis', 'Tiina', 'Kadri', 'Maarja'].includes(name);
        expect([name, await seen(table, accountId)]).toEqual([name, named ? 2 : 0]);
      }
    });

    it('the mentor’s are the version given and the conversation, never the entry', async () => {
      const { accountId } = cast.helve;
      const counts: Record<string, number> = {};
      for (const table of PRIVATE) counts[table] = await seen(table, accountId);
      expect(counts).toEqual({
        entries: 0,
        entry_versions: 1,
        whole_versions: 0,
        entry_shares: 1,
        entry_share_recipients: 3,
        entry_readings: 2,
        conversations: 1,
        notes: 1,
        replies: 1,
      });
    });

    it('the desk tells its own mentor alone, and nothing of what was not given', async () => {
      const letters = async (seat: string, accountId: string): Promise<string> => {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('app.account_id', $1, true)`, [accountId]);
        const { rows } = await client.query<{ letters: unknown; leaders: unknown }>(
          'SELECT letters, leaders FROM app.desk($1, now(), NULL, NULL, 10)',
          [seat],
        );
        await client.query('ROLLBACK');
        return JSON.stringify(rows);
      };
      await app.database.query("UPDATE notes SET created_at = created_at - interval '1 day'");
      expect(await letters(cast.helve.membershipId, cast.helve.accountId)).toContain(ids.answered);
      expect(await letters(cast.helve.membershipId, cast.helve.accountId)).not.toContain(ids.unshared);
      for (const { accountId } of [cast.marika, ...others()]) {
        expect(await letters(cast.helve.membershipId, accountId)).toBe('[{"letters":[],"leaders":[]}]');
      }
      expect(await letters(cast.tiina.membershipId, cast.tiina.accountId)).not.toContain(ids.answered);
    });

    it.each([
      ['entries', `UPDATE entries SET title = 'x'`],
      ['entries', `DELETE FROM entries`],
      ['entry_versions', `UPDATE entry_versions SET title = 'x'`],
      ['entry_shares', `UPDATE entry_shares SET revoked_at = NULL`],
      ['entry_share_recipients', `DELETE FROM entry_share_recipients`],
      ['entry_readings', `DELETE FROM entry_readings`],
      ['notes', `UPDATE notes SET body = 'x' WHERE false OR thanked_at IS NULL`],
    ])('another changes no %s', async (_, sql) => {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.account_id', $1, true)`, [cast.ants.accountId]);
      const { rowCount } = await client.query(sql);
      await client.query('ROLLBACK');
      expect(rowCount).toBe(0);
    });

    it.each([
      [
        'a share of somebody else’s entry',
        `INSERT INTO entry_shares (entry_id, version, cohort_id, author_id, account_id, audience)
        VALUES ('$answered', 1, '$cohort', '$marika', '$account', 'cohort')`,
      ],
      [
        'themselves among the recipients',
        `INSERT INTO entry_share_recipients (share_id, membership_id, account_id, cohort_id)
        VALUES ('$share', '$ants', '$me', '$cohort')`,
      ],
      [
        'a reading through no share of theirs',
        `INSERT INTO entry_readings (share_id, reader_id, reader_account_id, day, entry_id, account_id, cohort_id)
        VALUES ('$share', '$ants', '$me', now()::date, '$answered', '$account', '$cohort')`,
      ],
      [
        'a conversation about what they were not given',
        `INSERT INTO conversations (entry_id, cohort_id, author_id, account_id, mentor_id, mentor_account_id)
        VALUES ('$answered', '$cohort', '$marika', '$account', '$ants', '$me')`,
      ],
    ])('another writes in no %s', async (_, sql) => {
      const { rows } = await app.database.query<{ id: string }>(
        'SELECT id FROM entry_shares WHERE entry_id = $1',
        [ids.answered],
      );
      const words: Record<string, string> = {
        $answered: ids.answered,
        $cohort: cast.cohort.id,
        $marika: cast.marika.membershipId,
        $account: cast.marika.accountId,
        $share: rows[0]?.id ?? '',
        $ants: cast.ants.membershipId,
        $me: cast.ants.accountId,
      };
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.account_id', $1, true)`, [cast.ants.accountId]);
      const attempt = client.query(sql.replaceAll(/\$\w+/g, (word) => words[word] ?? word));
      await expect(attempt).rejects.toThrow(/row-level security/);
      await client.query('ROLLBACK');
    });
  });
});
