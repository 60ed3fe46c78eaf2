import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { MadeToken } from '@opiring/contract/systems';
import { TOKEN_SCOPES } from '@opiring/contract/systems.values';
import { aCast, type Cast, statementsOf, testApp, type TestApp } from '@opiring/platform/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  paths: Record<string, { get: Operation }>;
  components: object;
}
const LISTS = ['people', 'meetings', 'attendance', 'progress', 'circles', 'certificates'] as const;
const SCOPED = [...LISTS, 'report'] as const;

describe('facts for other systems', () => {
  let app: TestApp;
  let other: NestFastifyApplication;
  let otherUrl: string;
  let cast: Cast;
  let meeting: string;

  beforeAll(async () => {
    app = await testApp();
    const factory = '../../../../apps/api/src/app';
    const { createApp } = (await import(factory)) as {
      createApp: (options: object) => Promise<NestFastifyApplication>;
    };
    other = await createApp({
      databaseUrl: app.appUrl,
      publicUrl: 'http://localhost:3000',
      demo: false,
      files: { folder: app.folder },
    });
    await other.listen(0, '127.0.0.1');
    otherUrl = await other.getUrl();
    cast = await aCast(app);
    meeting = await cast.world.meeting(cast.cohort, -3);
    await cast.world.activity(await cast.world.module(cast.cohort));
    await cast.world.edition(cast.cohort);
    await cast.maarja.says.put(`/meetings/${meeting}/attendance/${cast.marika.membershipId}`, {
      state: 'present',
    });
    await cast.marika.says.post(`/cohorts/${cast.cohort.id}/circles`, {
      heldOn: '2026-01-02',
      place: 'Raamatukogu',
      topic: 'Buss',
      people: 7,
      missingVoices: 'kanaarilinnud',
    });
    await cast.maarja.says.post(`/cohorts/${cast.cohort.id}/certificates`, {});
  });
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  const make = async (body: object = {}, who = cast.maarja): Promise<MadeToken> => {
    const path = `/cohorts/${cast.cohort.id}/tokens`;
    const answer = await who.says.post(path, { name: 'Vald', scopes: TOKEN_SCOPES, days: 30, ...body });
    expect(answer.status).toBe(201);
    return answer.body as MadeToken;
  };
  const get = (secret: string | null, path: string, headers: Record<string, string> = {}, url = app.url) =>
    fetch(`${url}/api/v1/cohorts${path}`, {
      headers: { ...(secret && { authorization: `Bearer ${secret}` }), ...headers },
    });
  const at = (what = '') => `/${cast.cohort.id}${what && `/${what}`}`;

  it('are what the document says, to the field', async () => {
    const { secret } = await make();
    const document = (await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as Document;
    expect(Object.keys(document.paths)).toHaveLength(2 + SCOPED.length);
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    for (const [path, { get: operation }] of Object.entries(document.paths)) {
      const answer = await get(
        secret,
        path.replace('/api/v1/cohorts', '').replace('{cohortId}', cast.cohort.id),
      );
      expect(`${path} ${answer.status}`).toBe(`${path} 200`);
      const schema = operation.responses['200']?.content?.['application/json']?.schema;
      const fits = ajv.compile({ ...schema, components: document.components });
      const told: unknown = await answer.json();
      expect([path, fits(told), fits.errors]).toEqual([path, true, null]);
    }
    expect(JSON.stringify(document.components)).not.toMatch(/Entry|MakeToken/);
  });

  it('are the program leader’s own figures, without address, exception or private word', async () => {
    const { secret } = await make();
    const told = await Promise.all(SCOPED.map(async (what) => (await get(secret, at(what))).text()));
    const all = told.join('\n');
    expect(all).toContain(cast.marika.membershipId);
    expect(all).not.toMatch(/@world\.example|kanaarilinnud|pausedUntil|missing/);
    const { body: matrix } = await cast.maarja.says.get(`/cohorts/${cast.cohort.id}/progress?by=activity`);
    const progress = JSON.parse(told[3] ?? '') as {
      members: { membershipId: string; activities: string[] }[];
    };
    const rows = (matrix as { members: { membershipId: string; states: string[] }[] }).members;
    expect(progress.members.map(({ membershipId, activities }) => [membershipId, activities])).toEqual(
      rows.map(({ membershipId, states }) => [membershipId, states]),
    );
    // Three leaders: no total that would be somebody's (rule 7).
    expect(JSON.parse(told[6] ?? '')).not.toHaveProperty('circles');
    expect(JSON.parse(told[2] ?? '')).toEqual({
      attendance: [{ meetingId: meeting, membershipId: cast.marika.membershipId, state: 'present' }],
    });
  });

  it('come in pages, and say when nothing is new', async () => {
    const { secret } = await make();
    const seen: string[] = [];
    let after = '';
    do {
      const page = await get(secret, at(`people?limit=2${after && `&after=${after}`}`));
      const { people, next } = (await page.json()) as { people: { membershipId: string }[]; next?: string };
      expect(people.length).toBeLessThanOrEqual(2);
      seen.push(...people.map(({ membershipId }) => membershipId));
      after = next ?? '';
    } while (after);
    const { marika, ants, liis, helve, tiina, kadri, maarja } = cast;
    const all = [marika, ants, liis, helve, tiina, kadri, maarja].map(({ membershipId }) => membershipId);
    expect(seen.toSorted()).toEqual(all.toSorted());
    expect((await get(secret, at('people?after=garbage'))).status).toBe(400);
    expect((await get(secret, at('people?limit=201'))).status).toBe(400);
    const first = await get(secret, at('progress'));
    const etag = first.headers.get('etag') ?? '';
    const again = await get(secret, at('progress'), { 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    await cast.ants.says.post(`/cohorts/${cast.cohort.id}/circles`, {
      heldOn: '2026-01-03',
      place: 'Kool',
      topic: 'Tee',
      people: 5,
    });
    expect((await get(secret, at('progress'), { 'if-none-match': etag })).status).toBe(200);
  });

  it('are as many statements for more people', async () => {
    const { secret } = await make();
    const count = async (what: string) => (await statementsOf(() => get(secret, at(what)))).length;
    for (const what of SCOPED) await get(secret, at(what));
    const before: number[] = [];
    for (const what of SCOPED) before.push(await count(what));
    for (let n = 0; n < 12; n++) await cast.world.participant(cast.cohort, `Juht ${n}`);
    const after: number[] = [];
    for (const what of SCOPED) after.push(await count(what));
    expect(after).toEqual(before);
    expect(Math.max(...before)).toBeLessThanOrEqual(6);
  });

  it('are refused without a scope, for another cohort, and to a cookie', async () => {
    for (const what of SCOPED) {
      const { secret } = await make({ scopes: [what] });
      for (const asked of SCOPED) {
        const { status } = await get(secret, at(asked));
        expect(`${what} ${asked} ${status}`).toBe(`${what} ${asked} ${what === asked ? 200 : 403}`);
      }
      expect((await get(secret, at())).status).toBe(200);
      expect((await get(secret, `/${cast.stranger.cohortId}/${what}`)).status).toBe(404);
      expect((await get(secret, `/no-id/${what}`)).status).toBe(404);
    }
    const cookie = await cast.world.signIn(cast.maarja);
    const refused = await get(null, at('people'), { cookie });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('Bearer');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
  });

  it('carry no token into the rest of the product', async () => {
    const { secret } = await make();
    for (const path of ['/me', `/cohorts/${cast.cohort.id}/people`, `/cohorts/${cast.cohort.id}/systems`]) {
      const answer = await fetch(`${app.url}/api${path}`, { headers: { authorization: `Bearer ${secret}` } });
      expect(answer.status).toBe(401);
    }
  });

  it('end with the token on the next request, in every process', async () => {
    const standing = async (secret: string | null) => [
      (await get(secret, at())).status,
      (await get(secret, at(), {}, otherUrl)).status,
    ];
    const one = await make();
    expect(await standing(one.secret)).toEqual([200, 200]);
    expect((await cast.maarja.says.delete(`/tokens/${one.token.id}`)).status).toBe(204);
    expect(await standing(one.secret)).toEqual([401, 401]);

    const two = await make();
    await app.database.query('UPDATE api_tokens SET expires_at = now() WHERE id = $1', [two.token.id]);
    expect(await standing(two.secret)).toEqual([401, 401]);

    const second = await cast.world.programLeader(cast.cohort, 'Urve');
    const three = await make();
    await app.database.query('UPDATE api_tokens SET made_by = $2 WHERE id = $1', [
      three.token.id,
      second.membershipId,
    ]);
    expect(await standing(three.secret)).toEqual([200, 200]);
    await cast.world.endMembership(second);
    expect(await standing(three.secret)).toEqual([401, 401]);
    expect(await standing(`opiring_${'x'.repeat(43)}`)).toEqual([401, 401]);
  });

  it('are slow for whoever asks too often, counted over all processes', async () => {
    const { secret, token } = await make();
    await app.database.query('UPDATE api_tokens SET counted = 118, counting_since = now() WHERE id = $1', [
      token.id,
    ]);
    const told = [await get(secret, at()), await get(secret, at(), {}, otherUrl), await get(secret, at())];
    expect(told.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(told[2]?.headers.get('retry-after')).toBe('60');
  });

  it('come by a token that is shown once, stored hashed, and in nobody else’s hands', async () => {
    const key = { 'idempotency-key': 'luba-1' };
    const path = `/cohorts/${cast.cohort.id}/tokens`;
    const body = { name: 'Ükskord', scopes: ['people'], days: 7 };
    const first = (await cast.maarja.says.post(path, body, key)).body as MadeToken;
    const second = (await cast.maarja.says.post(path, body, key)).body as MadeToken;
    expect([second.token.id, second.secret]).toEqual([first.token.id, null]);
    expect(first.secret).toMatch(/^opiring_[\w-]{43}$/);
    const { rows } = await app.database.query<{ t: string }>('SELECT t::text FROM api_tokens t');
    expect(rows.map(({ t }) => t).join()).not.toContain(first.secret);
    await get(first.secret, at('people'));
    const { body: view } = await cast.maarja.says.get(`/cohorts/${cast.cohort.id}/systems`);
    expect((view as { tokens: object[] }).tokens[0]).toMatchObject({
      name: 'Ükskord',
      standing: 'standing',
      beginning: first.secret?.slice(0, 12),
      lastUsedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    for (const [who, status] of [
      [cast.marika, 403],
      [cast.helve, 403],
      [cast.kadri, 403],
      [cast.stranger, 404],
      [cast.gone, 404],
      [cast.haldur, 404],
    ] as const) {
      expect((await who.says.get(`/cohorts/${cast.cohort.id}/systems`)).status).toBe(status);
      expect((await who.says.post(path, body)).status).toBe(status);
      expect((await who.says.delete(`/tokens/${first.token.id}`)).status).toBe(404);
    }
    expect((await cast.anonymous.post(path, body)).status).toBe(401);
    for (const bad of [{ days: 401 }, { days: 0 }, { scopes: ['entries'] }, { name: ' ' }, { extra: 1 }])
      expect((await cast.maarja.says.post(path, { ...body, ...bad })).status).toBe(400);
  });

  it('read nothing that row-level security keeps, whatever is asked in a token’s transaction, and write nothing', async () => {
    const { secret } = await make({ scopes: ['people'] });
    const { hashOf, Work } = await import('@opiring/platform/api');
    await cast.marika.says.post(`/cohorts/${cast.cohort.id}/entries`, { title: 'Minu', body: 'Oma' });
    const found = await app.nest.get(Work).open(async (tx) => {
      const [opened] = await tx.manager.query<{ t: object | null }[]>('SELECT app.open_token($1) AS t', [
        hashOf(secret ?? ''),
      ]);
      expect(opened?.t).toMatchObject({ cohortId: cast.cohort.id });
      const n = async (table: string) => (await tx.manager.query<object[]>(`SELECT 1 FROM ${table}`)).length;
      return Promise.all(
        ['entries', 'entry_versions', 'notes', 'certificates', 'api_tokens', 'receivers'].map(n),
      );
    });
    expect(found).toEqual([0, 0, 0, 0, 0, 0]);
    const { TokenReading } = await import('./token-reading');
    const writing = app.nest
      .get(TokenReading)
      .read({ tokenHash: hashOf(secret ?? '') }, (tx) => tx.manager.query(`UPDATE accounts SET name = 'x'`));
    await expect(writing).rejects.toMatchObject({ code: '25006' });
  });
});
