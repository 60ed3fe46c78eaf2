import { testApp, type TestApp, World } from '@opiring/platform/testing';
import { randomBytes, createHash } from 'node:crypto';
import { type Route, routesOf } from './routes';
import { setStage, type Stage } from './stage';

const ALL = ['people', 'meetings', 'attendance', 'progress', 'circles', 'certificates', 'report'];
/** Tokens by what is the matter with them. */
const KINDS = ['whole', 'bare', 'elsewhere', 'expired', 'revoked', 'left', 'unknown', 'none'] as const;
type Kind = (typeof KINDS)[number];

/** Line 1 and 7 of the reliability page, for callers that are no people. */
describe('every route × every kind of token', () => {
  let app: TestApp;
  let stage: Stage;
  let routes: Route[];
  const tokens = {} as Record<Kind, string | undefined>;
  let elsewhere: string;

  beforeAll(async () => {
    app = await testApp();
    stage = await setStage(app);
    routes = routesOf(app.nest);
    const world = new World(app.database);
    const leader = await world.programLeader(stage.cohort, 'Lubaja');
    const left = await world.programLeader(stage.cohort, 'Lahkunu');
    const far = await world.aCohort();
    elsewhere = far.id;
    const farLeader = await world.programLeader(far, 'Kauge');
    const make = async (by: typeof leader, scopes: string[], more = '') => {
      const secret = `opiring_${randomBytes(32).toString('base64url')}`;
      await app.database.query(
        `INSERT INTO api_tokens (cohort_id, made_by, name, beginning, token_hash, scopes, expires_at) VALUES ($1, $2, 'x', 'x', $3, $4, now() + interval '1 day')`,
        [by.cohortId, by.membershipId, createHash('sha256').update(secret).digest(), scopes],
      );
      if (more)
        await app.database.query(`UPDATE api_tokens SET ${more} WHERE token_hash = $1`, [
          createHash('sha256').update(secret).digest(),
        ]);
      return secret;
    };
    tokens.whole = await make(leader, ALL);
    tokens.bare = await make(leader, []);
    tokens.elsewhere = await make(farLeader, ALL);
    tokens.expired = await make(leader, ALL, 'expires_at = now()');
    tokens.revoked = await make(leader, ALL, 'revoked_at = now()');
    tokens.left = await make(left, ALL);
    tokens.unknown = `opiring_${'u'.repeat(43)}`;
    await world.endMembership(left);
  });
  afterAll(() => app.close());

  const ask = async (kind: Kind, path: string, method = 'GET'): Promise<{ status: number; text: string }> => {
    const token = tokens[kind];
    const answer = await fetch(`${app.url}${path}`, {
      method,
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    return { status: answer.status, text: `${JSON.stringify([...answer.headers])} ${await answer.text()}` };
  };
  const forTokens = () => routes.filter(({ path }) => path.startsWith('/api/v1/'));

  it('reads its own cohort by its scopes, and nothing else answers', async () => {
    const wanted = (kind: Kind, path: string, own: boolean): number => {
      if (!['whole', 'bare', 'elsewhere'].includes(kind)) return 401;
      if (path.endsWith('/cohorts')) return 200;
      if (own === (kind === 'elsewhere')) return 404;
      return kind === 'bare' && !path.endsWith(':cohortId') ? 403 : 200;
    };
    const wrong: string[] = [];
    let asked = 0;
    for (const { path } of forTokens()) {
      for (const kind of KINDS) {
        for (const [cohort, own] of [
          [stage.cohort.id, true],
          [elsewhere, false],
        ] as const) {
          const { status } = await ask(kind, path.replace(':cohortId', cohort));
          asked++;
          if (status !== wanted(kind, path, own)) wrong.push(`${kind} ${path} ${own} → ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(100);
  });

  it('finds no word of what somebody wrote, under any id', async () => {
    const leaks: string[] = [];
    for (const { path } of forTokens()) {
      for (const id of new Set(Object.values(stage.ids))) {
        await app.database.query('UPDATE api_tokens SET counted = 0');
        const { text } = await ask('whole', path.replace(':cohortId', id));
        for (const { word } of stage.canaries) if (text.includes(word)) leaks.push(`${path} ${word}`);
      }
    }
    expect(leaks).toEqual([]);
    expect(stage.canaries.length).toBeGreaterThan(5);
  });

  it('opens no other route', async () => {
    const rest = routes.filter(({ path, open }) => !open && !path.startsWith('/api/v1/'));
    for (const { method, path } of rest) {
      const url = path.replace(':cohortId', stage.cohort.id).replace(/:\w+/g, stage.ids.private);
      const { status } = await ask('whole', url, method);
      expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 401`);
    }
  });

  it('is asked by routes that only read', () => {
    expect(forTokens().filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(forTokens().length).toBe(9);
  });
});
