import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DeliveriesView, MadeReceiver, SystemsView } from '@opiring/contract/systems';
import { TOPICS } from '@opiring/contract/systems.values';
import { aCast, type Cast, Peer, testApp, type TestApp, type ToldPeer } from '@opiring/platform/testing';
import { Webhook } from 'standardwebhooks';
import { Carrier } from './carrier';

interface Statement {
  id: string;
  actor: { account: { name: string } };
  verb: { id: string };
  object: { id: string; objectType: string };
}
type App = { createApp: (options: object) => Promise<NestFastifyApplication> };

describe('telling other systems', () => {
  let app: TestApp;
  let other: NestFastifyApplication;
  let cast: Cast;
  let peer: Peer;
  let home: string;
  let meeting: string;
  let activity: string;
  let log: jest.SpyInstance;

  beforeAll(async () => {
    app = await testApp({ privateReceivers: true } as object);
    const { createApp } = (await import('../../../../apps/api/src/app' as string)) as App;
    other = await createApp({
      databaseUrl: app.appUrl,
      publicUrl: 'http://localhost:3000',
      demo: false,
      files: { folder: app.folder },
      privateReceivers: true,
    });
    log = jest.spyOn(process.stdout, 'write');
  }, 120_000);
  beforeEach(async () => {
    cast = await aCast(app);
    peer = new Peer();
    home = await peer.listen();
    meeting = await cast.world.meeting(cast.cohort, -3);
    activity = await cast.world.activity(await cast.world.module(cast.cohort), { kind: 'reflect' });
    await cast.world.edition(cast.cohort);
  });
  afterEach(async () => {
    await app.database.query('DELETE FROM receivers');
    await peer.close();
  });
  afterAll(async () => {
    log.mockRestore();
    await other.close();
    await app.close();
  });

  const under = () => `/cohorts/${cast.cohort.id}`;
  const webhook = async (topics: readonly string[] = TOPICS): Promise<Required<MadeReceiver>> => {
    const answer = await cast.maarja.says.post(`${under()}/webhooks`, {
      name: 'Vald',
      url: `${home}/hook`,
      topics,
    });
    expect(answer.status).toBe(201);
    return answer.body as MadeReceiver;
  };
  const store = (more: object = {}) =>
    cast.maarja.says.put(`${under()}/record-store`, {
      url: `${home}/xapi`,
      version: '2.0.0',
      key: 'ring',
      secret: 'saladus',
      topics: TOPICS.filter((topic) => topic !== 'meetings'),
      ...more,
    });
  const deliver = (...processes: NestFastifyApplication[]) =>
    Promise.all((processes.length ? processes : [app.nest]).map((nest) => nest.get(Carrier).deliver()));
  const present = async (state = 'present', who = cast.marika): Promise<void> => {
    const answer = await cast.maarja.says.put(`/meetings/${meeting}/attendance/${who.membershipId}`, {
      state,
    });
    expect(answer.status).toBe(200);
  };
  const typesOf = (heard: readonly ToldPeer[]) =>
    heard.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  const statements = () =>
    peer.heard
      .filter(({ path }) => path === '/xapi/statements')
      .flatMap(({ body }) => JSON.parse(body) as Statement[]);
  const headersOf = (one: ToldPeer) => one.headers as Record<string, string>;
  const due = () =>
    app.database.query('UPDATE deliveries SET next_at = now(), leased_until = NULL WHERE settled_at IS NULL');
  const receiver = async () =>
    ((await cast.maarja.says.get(`${under()}/systems`)).body as SystemsView).receivers[0];

  /** One of everything that is told, with words that are not to be found anywhere. */
  async function aJourney(): Promise<void> {
    const entry = await cast.marika.says.post(`${under()}/entries`, {
      title: 'kanaarilind-pealkiri',
      body: 'kanaarilind-tekst',
      activityId: activity,
    });
    const { id } = entry.body as { id: string };
    await cast.marika.says.post(`/entries/${id}/completion`);
    await cast.world.database.query('UPDATE activity_facts SET done_at = now() WHERE done_at IS NULL');
    await present();
    const circle = { heldOn: '2026-01-02', place: 'kanaarilind-koht', topic: 'kanaarilind-teema', people: 7 };
    await cast.marika.says.post(`${under()}/circles`, { ...circle, missingVoices: 'kanaarilind-puudu' });
    const { body } = await cast.marika.says.put(`${under()}/practicum`, {
      heldOn: '2026-01-03',
      topic: 'kanaarilind-prax',
    });
    await cast.ants.says.put(
      `/practicums/${(body as { practicum: { id: string } }).practicum.id}/confirmation`,
    );
    await cast.kadri.says.patch(
      `/meetings/${meeting}`,
      {
        startsAt: '2031-01-01T08:00:00Z',
        endsAt: '2031-01-01T10:00:00Z',
        reason: 'kanaarilind-põhjus',
        title: 'kanaarilind-nimi',
      },
      { 'if-match': '"1"' },
    );
    await cast.world.database.query(
      `INSERT INTO certificates (cohort_id, membership_id, number, version, kind, code, content)
       VALUES ($1, $2, $3, 1, 'certificate', $3, '{"holder":{"name":"kanaarilind-isik"}}')`,
      [cast.cohort.id, cast.marika.membershipId, `kanaarilind-${cast.marika.membershipId}`],
    );
  }
  const EVENTS = [
    'activity.done',
    'attendance.recorded',
    'circle.held',
    'practicum.confirmed',
    'practicum.confirmed',
    'meeting.moved',
    'certificate.issued',
  ];

  it('signs what it tells as Standard Webhooks does, each fact once though several processes carry', async () => {
    const { secret } = await webhook();
    await aJourney();
    await deliver(app.nest, other);
    await deliver(app.nest, other);
    expect(typesOf(peer.heard).toSorted()).toEqual(EVENTS.toSorted());
    expect(new Set(peer.heard.map((one) => one.headers['webhook-id'])).size).toBe(EVENTS.length);
    for (const one of peer.heard) {
      const verified = new Webhook(secret ?? '').verify(one.body, headersOf(one)) as { data: object };
      expect(verified.data).toMatchObject({ cohortId: cast.cohort.id });
      expect(() => new Webhook(secret ?? '').verify(`${one.body} `, headersOf(one))).toThrow();
    }
    // Of writing, the day alone is told: midnight in the cohort.
    const done = peer.heard.find(({ body }) => body.includes('activity.done'));
    const { timestamp } = JSON.parse(done?.body ?? '') as { timestamp: string };
    expect(timestamp).toMatch(/T2[12]:00:00\.000Z$/);
  });

  it('states facts to a record store in one batch, by lasting ids, with the verbs of ADL', async () => {
    expect((await store()).status).toBe(200);
    await aJourney();
    await deliver();
    expect(peer.heard).toHaveLength(1);
    const [batch] = peer.heard;
    expect([batch?.method, batch?.path]).toEqual(['POST', '/xapi/statements']);
    expect(batch?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('ring:saladus').toString('base64')}`,
      'x-experience-api-version': '2.0.0',
    });
    const told = statements();
    expect(told).toHaveLength(6);
    expect(new Set(told.map(({ verb }) => verb.id))).toEqual(
      new Set([
        'http://adlnet.gov/expapi/verbs/completed',
        'http://adlnet.gov/expapi/verbs/attended',
        'https://w3id.org/xapi/adl/verbs/satisfied',
      ]),
    );
    for (const { id, actor } of told) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect([cast.marika.membershipId, cast.ants.membershipId]).toContain(actor.account.name);
    }
  });

  it('lets no private word, name, address or length out, by body, head, row or log', async () => {
    await webhook();
    await store();
    await aJourney();
    peer.answer = () => 500;
    await deliver();
    peer.answer = () => 200;
    await due();
    await deliver();
    expect(peer.heard.length).toBeGreaterThan(EVENTS.length);
    const { rows } = await app.database.query<{ row: string }>('SELECT d::text AS row FROM deliveries d');
    const said = [
      JSON.stringify(peer.heard),
      ...rows.map(({ row }) => row),
      JSON.stringify(log.mock.calls),
    ].join('\n');
    expect(said).not.toMatch(/kanaarilind|@world\.example|Marika|Ants/);
  });

  it('voids what no longer stands, and states what stands now', async () => {
    await store();
    await present('present');
    await deliver();
    await present('absent');
    await deliver();
    await present('online');
    await deliver();
    const [first, voided, second, ...more] = statements();
    expect(more).toEqual([]);
    expect(voided).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: first?.id },
    });
    expect(second?.verb.id).toBe('http://adlnet.gov/expapi/verbs/attended');
    expect(second?.id).not.toBe(first?.id);
  });

  it('takes a circle back, and says it by both ways', async () => {
    const { body } = await cast.ants.says.post(`${under()}/circles`, {
      heldOn: '2026-01-02',
      place: 'Kool',
      topic: 'Tee',
      people: 5,
    });
    const { id } = body as { id: string };
    await webhook(['circles']);
    await store();
    await cast.ants.says.patch(`/circles/${id}`, { people: 6 }, { 'if-match': '"1"' });
    await deliver();
    // It was told before the store was there: nothing to void.
    expect(statements()).toHaveLength(1);
    await cast.ants.says.delete(`/circles/${id}`, { 'if-match': '"2"' });
    await deliver();
    expect(statements().map(({ verb }) => verb.id.split('/').pop())).toEqual(['completed', 'voided']);
    expect(typesOf(peer.heard.filter(({ path }) => path === '/hook'))).toEqual([
      'circle.corrected',
      'circle.withdrawn',
    ]);
  });

  it('tells again by the same name when a process died around the answer', async () => {
    const { secret } = await webhook(['attendance']);
    await store();
    await present();
    // Both have heard it; before that is written down, the process loses its right to write.
    const carrying = (is: string) =>
      app.database.query(
        `CREATE OR REPLACE FUNCTION app.carrying() RETURNS boolean LANGUAGE sql STABLE RETURN ${is}`,
      );
    let heard = 0;
    let both: () => void = () => undefined;
    const lost = new Promise<void>((resolve) => (both = resolve)).then(() => carrying('false'));
    peer.answer = async () => {
      if (++heard === 2) both();
      await lost;
      return 200;
    };
    await deliver();
    await carrying(`current_setting('app.carrying', true) = 'on'`);
    const before = peer.heard.length;
    peer.answer = () => 200;
    await deliver(other);
    expect(peer.heard.length).toBe(before);
    await due();
    await deliver(other);
    const hooks = peer.heard.filter(({ path }) => path === '/hook');
    const ids = hooks.map(({ headers }) => headers['webhook-id']);
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(new Set(ids).size).toBe(1);
    hooks.forEach((one) => new Webhook(secret ?? '').verify(one.body, headersOf(one)));
    expect(new Set(statements().map(({ id }) => id)).size).toBe(1);
    await due();
    const all = peer.heard.length;
    await deliver(app.nest, other);
    expect(peer.heard.length).toBe(all);
  });

  it('waits longer with each refusal, says so, gives up after days, and goes on when resumed', async () => {
    const { receiver: one } = await webhook(['attendance']);
    peer.answer = () => 503;
    await present();
    await deliver();
    expect(await receiver()).toMatchObject({ state: 'failing', waiting: 1 });
    await deliver();
    expect(peer.heard).toHaveLength(1);
    await app.database.query(
      `UPDATE deliveries SET next_at = now(), made_at = now() - interval '4 days'; UPDATE receivers SET failing_since = now() - interval '4 days'`,
    );
    await deliver();
    expect(await receiver()).toMatchObject({ state: 'stopped', waiting: 0 });
    expect((await cast.maarja.says.get(`${under()}/systems/stopped`)).body).toEqual({
      stopped: [{ name: 'Vald', since: expect.any(String) }],
    });
    await present('online');
    await deliver();
    expect(peer.heard).toHaveLength(2);
    const log = (await cast.maarja.says.get(`/receivers/${one.id}/deliveries`)).body as DeliveriesView;
    expect(log.deliveries).toMatchObject([
      { state: 'waiting' },
      { state: 'given-up', attempts: 2, status: 503 },
    ]);
    peer.answer = () => 200;
    expect((await cast.maarja.says.post(`/receivers/${one.id}/resumption`)).body).toMatchObject({
      state: 'well',
      waiting: 2,
    });
    expect((await cast.maarja.says.get(`${under()}/systems/stopped`)).body).toEqual({ stopped: [] });
    await deliver();
    expect(await receiver()).toMatchObject({ state: 'well', waiting: 0 });
    expect(peer.heard).toHaveLength(4);
  });

  it('stops at once for an address that is gone', async () => {
    await webhook(['attendance']);
    peer.answer = () => 410;
    await present();
    await deliver();
    expect(await receiver()).toMatchObject({ state: 'stopped' });
  });

  it('does not let one refused statement hold up the others', async () => {
    await store();
    await present();
    await present('online', cast.ants);
    await present('part', cast.liis);
    peer.answer = ({ body }) => (body.includes(cast.ants.membershipId) ? 400 : 200);
    await deliver();
    expect(await receiver()).toMatchObject({ waiting: 1 });
    // One that is there already was told.
    peer.answer = () => 409;
    await due();
    await deliver();
    expect(await receiver()).toMatchObject({ waiting: 0, state: 'well' });
  });

  it('signs by the old secret and the new for a day after it is replaced', async () => {
    const { receiver: one, secret: old } = await webhook(['attendance']);
    const made = (await cast.maarja.says.post(`/receivers/${one.id}/secrets`)).body as MadeReceiver;
    expect(made.receiver.formerUntil).not.toBeNull();
    await present();
    await deliver();
    const [both] = peer.heard;
    for (const secret of [old, made.secret])
      new Webhook(secret ?? '').verify(both?.body ?? '', both ? headersOf(both) : {});
    await app.database.query('UPDATE receivers SET former_until = now()');
    await present('online');
    await deliver();
    const last = peer.heard.at(-1);
    new Webhook(made.secret ?? '').verify(last?.body ?? '', last ? headersOf(last) : {});
    expect(() => new Webhook(old ?? '').verify(last?.body ?? '', last ? headersOf(last) : {})).toThrow();
    const { rows } = await app.database.query<{ r: string }>(
      `SELECT encode(secret, 'escape') || encode(former_secret, 'escape') AS r FROM receivers`,
    );
    expect(rows[0]?.r).not.toContain('whsec_');
  });

  it('tells nobody of a cohort without a program leader, nor of an erased person', async () => {
    await webhook(['attendance', 'activities']);
    await present();
    await app.database.query('DELETE FROM accounts WHERE id = $1', [cast.marika.accountId]);
    await present('present', cast.ants);
    await cast.world.endMembership(cast.maarja);
    await deliver();
    expect(peer.heard).toEqual([]);
    await app.database.query('UPDATE memberships SET ended_at = NULL WHERE id = $1', [
      cast.maarja.membershipId,
    ]);
    await deliver();
    expect(peer.heard.map(({ body }) => body).join()).toContain(cast.ants.membershipId);
    expect(peer.heard.map(({ body }) => body).join()).not.toContain(cast.marika.membershipId);
  });
});
