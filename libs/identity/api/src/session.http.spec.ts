import { testApp, type TestApp } from '@opiring/platform/testing';
import request from 'supertest';
import { hashPassword } from './passwords';

describe('signing in', () => {
  let app: TestApp;
  const email = 'leida@kuusiku.example';
  const password = 'kolm kuuske tuules';

  beforeAll(async () => {
    app = await testApp();
    await app.database.query('INSERT INTO accounts (email, name, password_hash) VALUES ($1, $2, $3)', [
      email,
      'Leida Kuusk',
      await hashPassword(password),
    ]);
  });
  afterAll(() => app.close());

  const signIn = () => request(app.url).post('/api/session').send({ email, password }).expect(201);
  const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
    String((answer.headers['set-cookie'] as string[])[0]).split(';')[0] ?? '';

  it('opens with the right password and closes for good at sign-out', async () => {
    const cookie = cookieOf(await signIn());
    const me = await request(app.url).get('/api/me').set('cookie', cookie).expect(200);
    expect(me.body).toMatchObject({ account: { email, name: 'Leida Kuusk', admin: false }, memberships: [] });
    await request(app.url).delete('/api/session').set('cookie', cookie).expect(204);
    await request(app.url).get('/api/me').set('cookie', cookie).expect(401);
  });

  it('keeps the token out of bodies and out of reach of scripts', async () => {
    const answer = await signIn();
    const [set] = answer.headers['set-cookie'] as unknown as string[];
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Strict/);
    expect(JSON.stringify(answer.body)).not.toContain(cookieOf(answer).split('=')[1]);
  });

  it('gives a new token each time, and ends all of them everywhere', async () => {
    const [one, two] = [cookieOf(await signIn()), cookieOf(await signIn())];
    expect(one).not.toBe(two);
    await request(app.url).delete('/api/sessions').set('cookie', one).expect(204);
    await request(app.url).get('/api/me').set('cookie', two).expect(401);
  });

  it('answers an unknown address and a wrong password alike', async () => {
    const wrong = await request(app.url)
      .post('/api/session')
      .set('x-request-id', 'same-for-both')
      .send({ email, password: 'not it' })
      .expect(401);
    const unknown = await request(app.url)
      .post('/api/session')
      .set('x-request-id', 'same-for-both')
      .send({ email: 'nobody@kuusiku.example', password })
      .expect(401);
    expect(unknown.text).toBe(wrong.text);
  });

  it('refuses the eleventh attempt on one account within a quarter of an hour', async () => {
    const target = 'target@kuusiku.example';
    const guess = () => request(app.url).post('/api/session').send({ email: target, password: 'guess' });
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await guess()).status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  it('lets a link in once', async () => {
    const made = await testLink(app, email);
    const answer = await request(app.url).post('/api/session/link').send({ token: made }).expect(201);
    await request(app.url).get('/api/me').set('cookie', cookieOf(answer)).expect(200);
    await request(app.url).post('/api/session/link').send({ token: made }).expect(410);
  });

  it('says the same whether or not a link was sent', async () => {
    const known = await request(app.url).post('/api/sign-in-links').send({ email }).expect(202);
    const unknown = await request(app.url)
      .post('/api/sign-in-links')
      .send({ email: 'x@kuusiku.example' })
      .expect(202);
    expect(known.text).toBe(unknown.text);
  });

  it('closes the sessions of a disabled account', async () => {
    const cookie = cookieOf(await signIn());
    await app.database.query('UPDATE accounts SET disabled_at = now() WHERE email = $1', [email]);
    await request(app.url).get('/api/me').set('cookie', cookie).expect(401);
    await app.database.query('UPDATE accounts SET disabled_at = NULL WHERE email = $1', [email]);
  });

  it.each([{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])(
    'changes nothing for a foreign origin %j',
    async (headers) => {
      const cookie = cookieOf(await signIn());
      await request(app.url).delete('/api/session').set('cookie', cookie).set(headers).expect(403);
      await request(app.url).get('/api/me').set('cookie', cookie).expect(200);
    },
  );

  it.each([
    [{}, 400],
    [{ email: 'no address', password: 'x' }, 400],
    [{ email, password, admin: true }, 400],
    [{ email: `a\0b@kuusiku.example`, password }, 400],
    [{ email, password: '\ud800' }, 400],
    ['[1,2', 400],
  ])('refuses %j with a problem', async (body, status) => {
    const answer = await request(app.url)
      .post('/api/session')
      .set('content-type', 'application/json')
      .send(body)
      .expect(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, requestId: expect.any(String) as string });
  });
});

async function testLink(app: TestApp, email: string): Promise<string> {
  const { SignInLinksService } = await import('./sign-in-links.service');
  const { Work } = await import('@opiring/platform/api');
  const { rows } = await app.database.query<{ id: string }>('SELECT id FROM accounts WHERE email = $1', [
    email,
  ]);
  const link = await app.nest
    .get(Work)
    .open((tx) => app.nest.get(SignInLinksService).make(tx, rows[0]?.id ?? '', 5));
  return link.split('#')[1] ?? '';
}
