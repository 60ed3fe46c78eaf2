import { createHash } from 'node:crypto';
import { aCast, type Cast, dayFromNow, testApp, type TestApp } from '@opiring/platform/testing';

/** What becomes of a row when whoever the column names is erased: it goes with them, or it stays and says nobody. */
type Fate = 'goes' | 'stays';
const FATES: Record<string, Fate> = Object.fromEntries(
  [
    ['goes', 'calendar_feeds.account_id call_request_sightings.seen_by conversations.account_id'],
    ['goes', 'conversations.mentor_account_id conversations.author_id conversations.mentor_id'],
    [
      'goes',
      'entries.account_id entries.author_id entry_readings.account_id entry_readings.reader_account_id',
    ],
    [
      'goes',
      'entry_readings.reader_id entry_share_recipients.account_id entry_share_recipients.membership_id',
    ],
    [
      'goes',
      'entry_shares.account_id entry_shares.author_id entry_versions.account_id entry_versions.author_id',
    ],
    ['goes', 'idempotency_keys.account_id leader_marks.account_id letters.account_id memberships.account_id'],
    ['goes', 'principle_acceptances.account_id question_arcs.account_id question_arcs.author_id'],
    [
      'goes',
      'sessions.account_id sign_in_links.account_id story_people.account_id whole_versions.account_id',
    ],
    ['goes', 'activity_facts.membership_id agreed_exceptions.membership_id agreed_pauses.membership_id'],
    [
      'goes',
      'announcement_recipients.membership_id attendance_changes.membership_id attendances.membership_id',
    ],
    ['goes', 'attention_set_asides.membership_id call_requests.membership_id certificates.membership_id'],
    [
      'goes',
      'certificate_showings.membership_id circles.host_id learning_pairs.first_id learning_pairs.second_id',
    ],
    ['goes', 'meeting_replies.membership_id mentor_assignments.mentor_id mentor_assignments.participant_id'],
    ['goes', 'plan_readings.author_id plan_readings.reader_id practicum_confirmations.membership_id'],
    ['goes', 'pulse_answered.membership_id replies.by_id'],
    // Another system reads by the word of whoever gave the token, and is told nothing of whoever is gone.
    ['goes', 'api_tokens.made_by deliveries.membership_id'],
    ['stays', 'agreed_exception_changes.changed_by agreed_exceptions.agreed_by agreed_exceptions.ended_by'],
    ['stays', 'agreed_pause_changes.changed_by agreed_pauses.agreed_by agreed_pauses.ended_by'],
    ['stays', 'announcement_changes.changed_by announcements.sent_by attendance_changes.changed_by'],
    ['stays', 'attendances.recorded_by attention_rules.changed_by attention_set_asides.set_by'],
    ['stays', 'attention_set_asides.taken_back_by certificate_revocations.revoked_by certificates.issued_by'],
    ['stays', 'check_in_codes.made_by circle_changes.changed_by completion_rules.changed_by'],
    ['stays', 'editions.published_by meeting_changes.changed_by mentor_assignments.assigned_by'],
    ['stays', 'mentor_assignments.ended_by practicums.created_by story_consents.recorded_by'],
    // Who else is told is the cohort's; another program leader goes on with it.
    ['stays', 'receivers.made_by'],
  ].flatMap(([fate, columns]) => (columns ?? '').split(' ').map((column) => [column, fate as Fate])),
);

describe('erasing a person', () => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await testApp({ privateReceivers: true } as object);
    cast = await aCast(app);
  });
  afterAll(() => app.close());

  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await app.database.query<T>(sql, values)).rows;
  const erase = (id: string) => app.database.query('DELETE FROM accounts WHERE id = $1', [id]);
  const under = () => `/cohorts/${cast.cohort.id}`;

  it('is decided for every column that names somebody, as declared here', async () => {
    const found = await rows<{ column: string; fate: string }>(
      `SELECT c.conrelid::regclass || '.' || a.attname AS column, c.confdeltype AS fate
         FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
        WHERE c.contype = 'f' AND c.confrelid IN ('accounts'::regclass, 'memberships'::regclass)`,
    );
    const decided = Object.fromEntries(
      found.map(({ column, fate }) => [column, { c: 'goes', n: 'stays' }[fate] ?? fate]),
    );
    expect(decided).toEqual(FATES);
  });

  it('ends what they let other systems read, at once, and what waits to be told of them', async () => {
    const { world, maarja, marika, ants } = cast;
    const urve = await world.programLeader(cast.cohort, 'Urve');
    const told = { name: 'Vald', url: 'http://127.0.0.1:9/hook', topics: ['attendance', 'activities'] };
    expect((await maarja.says.post(`${under()}/webhooks`, told)).status).toBe(201);
    const store = {
      url: 'http://127.0.0.1:9',
      version: '2.0.0',
      key: 'k',
      secret: 's',
      topics: ['attendance'],
    };
    expect((await maarja.says.put(`${under()}/record-store`, store)).status).toBe(200);
    const meeting = await world.meeting(cast.cohort, -2);
    for (const who of [marika, ants])
      await maarja.says.put(`/meetings/${meeting}/attendance/${who.membershipId}`, { state: 'present' });
    const waiting = () =>
      rows<{ kind: string; who: string }>(
        `SELECT r.kind, d.membership_id AS who FROM deliveries d JOIN receivers r ON r.id = d.receiver_id ORDER BY r.kind, d.id`,
      );
    expect(await waiting()).toHaveLength(4);

    const secret = `opiring_${'u'.repeat(43)}`;
    await app.database.query(
      `INSERT INTO api_tokens (cohort_id, made_by, name, beginning, token_hash, scopes, made_at, expires_at)
       VALUES ($1, $2, 'Vald', 'opiring_uuuu', $3, '{}', now(), now() + interval '1 day')`,
      [cast.cohort.id, urve.membershipId, createHash('sha256').update(secret).digest()],
    );
    const read = async () =>
      (await fetch(`${app.url}/api/v1${under()}`, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect(await read()).toBe(200);
    await erase(urve.accountId);
    expect(await read()).toBe(401);

    await erase(marika.accountId);
    expect(await waiting()).toEqual([
      { kind: 'lrs', who: ants.membershipId },
      { kind: 'webhook', who: ants.membershipId },
    ]);
    await erase(maarja.accountId);
    expect(await rows('SELECT made_by FROM receivers')).toEqual([{ made_by: null }, { made_by: null }]);
  });

  it('leaves none of their words or ids in any table', async () => {
    const { world } = cast;
    const liis = cast.liis;
    const word = 'kanaarilind-erasure';
    const activity = await world.activity(await world.module(cast.cohort), { kind: 'reflect' });
    await world.edition(cast.cohort);
    const entry = await liis.says.post(`${under()}/entries`, {
      title: word,
      body: word,
      activityId: activity,
    });
    const { id } = entry.body as { id: string };
    await liis.says.post(`/entries/${id}/completion`);
    await liis.says.post(`/entries/${id}/shares`, { audience: 'cohort' });
    await liis.says.post(`${under()}/circles`, {
      heldOn: dayFromNow(-3),
      place: word,
      topic: word,
      people: 7,
      missingVoices: word,
    });
    await app.database.query('UPDATE accounts SET name = $2 WHERE id = $1', [liis.accountId, word]);
    const tables = await rows<{ name: string }>(
      `SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const holding = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const { name } of tables) {
        const told = await rows<{ n: number }>(
          `SELECT count(*)::int AS n FROM ${name} t WHERE t::text ~ $1`,
          [[word, liis.accountId, liis.membershipId, liis.email].join('|')],
        );
        if (told[0]?.n) found.push(name);
      }
      return found;
    };
    expect(await holding()).toEqual(
      expect.arrayContaining(['accounts', 'circles', 'entries', 'memberships']),
    );
    await erase(liis.accountId);
    expect(await holding()).toEqual([]);
  });
});
