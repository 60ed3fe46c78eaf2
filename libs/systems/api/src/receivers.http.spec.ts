import type { MadeReceiver } from '@opiring/contract/systems';
import { TOPICS } from '@opiring/contract/systems.values';
import { aCast, type Cast, Peer, testApp, type TestApp } from '@opiring/platform/testing';
import { Carrier } from './carrier';

describe('arranging who is told', () => {
  let app: TestApp;
  let cast: Cast;
  let peer: Peer;
  let home: string;

  beforeAll(async () => {
    app = await testApp({ privateReceivers: true } as object);
    cast = await aCast(app);
    peer = new Peer();
    home = await peer.listen();
  }, 120_000);
  afterAll(async () => {
    await peer.close();
    await app.close();
  });

  const under = () => `/cohorts/${cast.cohort.id}`;
  const deliver = () => app.nest.get(Carrier).deliver();
  const webhook = async (): Promise<MadeReceiver> => {
    const body = { name: 'Vald', url: `${home}/hook`, topics: TOPICS };
    const answer = await cast.maarja.says.post(`${under()}/webhooks`, body);
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

  it('tries the connection when asked', async () => {
    const { receiver: one } = await webhook();
    expect((await cast.maarja.says.post(`/receivers/${one.id}/pings`)).status).toBe(202);
    await deliver();
    expect(peer.heard.map(({ body }) => JSON.parse(body) as object)).toMatchObject([{ type: 'ping' }]);
    const lrs = (await store()).body as { id: string };
    await cast.maarja.says.post(`/receivers/${lrs.id}/pings`);
    await deliver();
    expect(peer.heard.at(-1)).toMatchObject({ method: 'GET', path: '/xapi/statements?limit=1' });
  });

  it('is the program leader’s to arrange, with sound addresses', async () => {
    const { receiver: one } = await webhook();
    const body = { name: 'Vald', url: `${home}/hook`, topics: ['meetings'] };
    for (const [who, status] of [
      [cast.marika, 403],
      [cast.kadri, 403],
      [cast.stranger, 404],
      [cast.haldur, 404],
    ] as const) {
      expect((await who.says.post(`${under()}/webhooks`, body)).status).toBe(status);
      expect(
        (
          await who.says.put(`${under()}/record-store`, {
            url: home,
            version: '1.0.3',
            key: 'k',
            secret: 's',
            topics: ['circles'],
          })
        ).status,
      ).toBe(status);
      for (const path of ['secrets', 'pings', 'resumption'])
        expect((await who.says.post(`/receivers/${one.id}/${path}`)).status).toBe(404);
      expect((await who.says.get(`/receivers/${one.id}/deliveries`)).status).toBe(404);
      expect((await who.says.delete(`/receivers/${one.id}`)).status).toBe(404);
      for (const path of ['systems', 'systems/stopped'])
        expect((await who.says.get(`${under()}/${path}`)).status).toBe(status);
    }
    for (const bad of [
      { url: 'ftp://x.example/' },
      { url: 'nowhere at all' },
      { topics: [] },
      { topics: ['entries'] },
    ])
      expect((await cast.maarja.says.post(`${under()}/webhooks`, { ...body, ...bad })).status).toBe(400);
    expect((await store({ topics: ['meetings'] })).status).toBe(400);
    expect(
      (await cast.maarja.says.post(`/receivers/${((await store()).body as { id: string }).id}/secrets`))
        .status,
    ).toBe(403);
    expect((await cast.maarja.says.delete(`/receivers/${one.id}`)).status).toBe(204);
    expect((await cast.anonymous.delete(`/receivers/${one.id}`)).status).toBe(401);
  });
});
