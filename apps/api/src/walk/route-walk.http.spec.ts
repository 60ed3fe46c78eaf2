import { testApp, type TestApp } from '@opiring/platform/testing';
import { type Route, routesOf } from './routes';
import { CALLERS, setStage, type Stage } from './stage';
import { narrowed, walk } from './walk';

const STRANGERS = CALLERS.filter((caller) => caller !== 'author');

/** Line 1 and 7 of the reliability page, over everything that is registered. */
describe('every route × every caller × every id', () => {
  let app: TestApp;
  let stage: Stage;
  let routes: Route[];

  beforeAll(async () => {
    app = await testApp();
    stage = await setStage(app);
    routes = routesOf(app.nest);
  });
  afterAll(() => app.close());

  it('names a policy for each route, or says that it is open to everybody', () => {
    const silent = routes.filter(({ rule, open }) => typeof rule !== 'function' && !open);
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(routes.length).toBeGreaterThan(50);
  });

  it('refuses everybody who is not signed in', async () => {
    const closed = routes.filter(({ open }) => !open);
    for (const { method, path } of closed) {
      const url = path.replace(/:\w+/g, stage.ids.private);
      const { status } = await fetch(`${app.url}${url}`, { method });
      expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 401`);
    }
  });

  it('shows private writing to its author and current readers alone, by reading routes', async () => {
    const { requests, leaks } = await walk(
      stage,
      routes.filter(({ method }) => method === 'GET'),
    );
    expect(leaks).toEqual([]);
    expect(requests).toBeGreaterThan(1_000);
  }, 240_000);

  it('answers for a private text as for nothing, to the byte', async () => {
    const nothing = '01900000-0000-7000-8000-000000000000';
    const pinned = { 'x-request-id': 'the-same-request' };
    for (const { method, path } of routes.filter(({ path }) => path.startsWith('/api/entries/:id'))) {
      for (const caller of STRANGERS.filter((who) => who !== 'anonymous')) {
        const ask = async (id: string): Promise<string> => {
          const url = path.replace(':id', id).replace(/:\w+/g, '1');
          const writes = method !== 'GET';
          const headers = {
            ...pinned,
            cookie: stage.cookies[caller] ?? '',
            ...(writes && { 'content-type': 'application/json', 'if-match': '"1"' }),
          };
          const body = { audience: 'mentor', kind: 'asking', body: 'Mis?', title: 'x' };
          const fitting = path.endsWith('shares')
            ? { audience: body.audience }
            : path.endsWith('notes')
              ? { kind: body.kind, body: body.body }
              : path.endsWith(':id')
                ? { title: body.title }
                : {};
          const answer = await fetch(`${app.url}${url}`, {
            method,
            headers,
            ...(writes && { body: JSON.stringify(fitting) }),
          });
          return `${answer.status} ${await answer.text()}`;
        };
        expect(`${caller} ${method} ${path} ${await ask(stage.ids.private)}`).toBe(
          `${caller} ${method} ${path} ${await ask(nothing)}`,
        );
      }
    }
  }, 120_000);

  it('lets nobody but the author change private writing, nor find it by trying to', async () => {
    const rows = async (): Promise<unknown> => {
      const { rows: hashes } = await app.database.query(
        `SELECT (SELECT md5(string_agg(e::text, '' ORDER BY id)) FROM entries e WHERE id = ANY($1)) AS entries,
                (SELECT md5(string_agg(n::text, '' ORDER BY id)) FROM notes n WHERE id = $2) AS notes,
                (SELECT count(*) FROM entry_shares WHERE entry_id = ANY($1) AND revoked_at IS NULL) AS shares`,
        [[stage.ids.private, stage.ids.shared], stage.ids.note],
      );
      return hashes;
    };
    const before = await rows();
    const writing = routes.filter(
      ({ method, path }) => method !== 'GET' && !/interests|session|password/.test(path),
    );
    const strangers = STRANGERS.filter((caller) => caller !== 'mentor');
    const { leaks } = await walk(narrowed(stage), writing, strangers);
    expect(leaks).toEqual([]);
    expect(await rows()).toEqual(before);
  }, 240_000);
});
