import { testApp, type TestApp } from '@opiring/platform/testing';
import { bodyFor } from './bodies';
import { type Route, routesOf } from './routes';
import { type Caller, setStage, type Stage } from './stage';
import { textOf } from './walk';

interface Document {
  paths: Record<string, Record<string, { requestBody?: unknown }>>;
}

const deep = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
/** Raw bodies, since half a character or an endless number is no value of ours. */
const HOSTILE = [
  'null',
  '[]',
  '"text"',
  '1',
  '{',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"title":"a\\u0000b","body":"a\\u0000b","email":"a\\u0000b@x.example"}',
  '{"title":"\\ud800","body":"\\udfff"}',
  '{"title":1e400,"minutes":1e400,"people":-1e400,"body":{"type":"doc","content":1e400}}',
  `{"body":${deep(2_000)}}`,
  '{"body":{"type":"doc","content":[{"type":"script","text":"x"}]}}',
  '{"id":"1","authorId":"2","accountId":"3","revision":9,"admin":true}',
];
const QUERIES = [
  'limit=NaN',
  'limit=-1',
  'limit=1e9',
  'after=garbage',
  'by=%00',
  'shared[]=1',
  'activityId=1',
  'by[__proto__]=x',
];
const PIECES = ['1', '%00', '%ED%A0%80', '..%2F..%2Fetc', 'x'.repeat(180), "'; DROP TABLE entries; --"];
const ASKING: Caller[] = ['author', 'organizer', 'admin'];

/** Lines 15 and 21 of the reliability page. */
describe('bad input', () => {
  let app: TestApp;
  let stage: Stage;
  let routes: Route[];

  beforeAll(async () => {
    app = await testApp();
    stage = await setStage(app);
    routes = routesOf(app.nest);
  });
  afterAll(() => app.close());

  const send = async (caller: Caller, method: string, url: string, body?: string) => {
    const headers = {
      cookie: stage.cookies[caller] ?? '',
      ...(body !== undefined && { 'content-type': 'application/json', 'if-match': '"1"' }),
    };
    const answer = await fetch(`${app.url}${url}`, { method, headers, ...(body !== undefined && { body }) });
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      text: await textOf(answer),
    };
  };
  const isWell = ({ status, type, text }: { status: number; type: string; text: string }): boolean =>
    status < 500 &&
    (status < 400 || type.startsWith('application/problem+json')) &&
    !/\bat \w+.*:\d+:\d+/.test(text);
  const fill = ({ path }: Route): string =>
    path
      .replace(':cohortId', stage.ids.cohort)
      .replace(/:slug/, 'nothing')
      .replace(/:\w+/g, stage.ids.private);
  const writing = (): Route[] =>
    routes.filter(({ method, path }) => method !== 'GET' && !/sessions?$/.test(path));

  it('is met with a problem, never with a fault, whatever the body', async () => {
    const faults: string[] = [];
    for (const route of writing().filter(({ method }) => method !== 'DELETE')) {
      for (const body of HOSTILE) {
        for (const caller of ASKING) {
          const answer = await send(caller, route.method, fill(route), body);
          if (!isWell(answer))
            faults.push(
              `${caller} ${route.method} ${route.path} ${body.slice(0, 60)} → ${answer.status} ${answer.type}`,
            );
        }
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('is met with a problem in paths and queries', async () => {
    const faults: string[] = [];
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const urls = [
        ...QUERIES.map((query) => `${fill(route)}?${query}`),
        ...PIECES.map((piece) => route.path.replace(/:\w+/g, piece)),
      ];
      for (const url of urls) {
        const answer = await send('author', 'GET', url);
        if (!isWell(answer)) faults.push(`${url} → ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('changes only the named fields: one more is refused', async () => {
    const taken: string[] = [];
    for (const route of writing().filter(
      ({ method, path }) => method !== 'DELETE' && Object.keys(bodyFor(path)).length > 0,
    )) {
      for (const extra of ['id', 'accountId', 'authorId', 'createdAt', 'admin']) {
        const { status } = await send(
          'author',
          route.method,
          fill(route),
          JSON.stringify({ ...bodyFor(route.path), [extra]: 'x' }),
        );
        if (status < 400) taken.push(`${route.method} ${route.path} took ${extra}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it('has a true document: every route that Nest registered, and no other', async () => {
    const { text } = await send('author', 'GET', '/api/openapi.json');
    const { paths } = JSON.parse(text) as Document;
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const registered = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(told.sort()).toEqual([...new Set(registered)].sort());
  });
});
