import type { AddressInfo } from 'node:net';
import { testApp, type TestApp, World } from '@opiring/platform/testing';
import { SMTPServer } from 'smtp-server';
import request from 'supertest';

/** A mail server of our own that keeps what it is given. */
function mailbox(): { server: SMTPServer; next: () => Promise<string> } {
  const letters: string[] = [];
  let arrived: ((letter: string) => void) | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let letter = '';
      stream.on('data', (chunk: Buffer) => (letter += chunk.toString()));
      stream.on('end', () => {
        if (arrived) arrived(letter);
        else letters.push(letter);
        arrived = undefined;
        done();
      });
    },
  });
  const next = (): Promise<string> =>
    new Promise((resolve) => {
      const waiting = letters.shift();
      if (waiting !== undefined) resolve(waiting);
      else arrived = resolve;
    });
  return { server, next };
}

const decoded = (letter: string): string =>
  letter
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

describe('the letter with a link', () => {
  const { server, next } = mailbox();
  let app: TestApp;

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.server.address() as AddressInfo;
    app = await testApp({
      demo: true,
      mail: { url: `smtp://127.0.0.1:${port}`, from: 'Õpiring <ring@world.example>' },
    });
  });
  afterAll(async () => {
    await app.close();
    await new Promise<void>((closed) => server.close(() => closed()));
  });

  it('reaches the address that asked, lets its owner in once, and shows the link to nobody else', async () => {
    const { email } = await new World(app.database).account('Leida');
    const asked = await request(app.url).post('/api/sign-in-links').send({ email }).expect(202);
    expect(asked.body).toEqual({});
    const letter = decoded(await next());
    expect(letter).toContain(`To: ${email}`);
    const token = /\/sisene\/link#([\w-]{43})/.exec(letter)?.[1];
    await request(app.url).post('/api/session/link').send({ token }).expect(201);
    await request(app.url).post('/api/session/link').send({ token }).expect(410);
  });

  it('is kept by the database as a hash alone', async () => {
    const { email } = await new World(app.database).account('Teele');
    await request(app.url).post('/api/sign-in-links').send({ email }).expect(202);
    const token = /link#([\w-]{43})/.exec(decoded(await next()))?.[1] ?? '';
    const { rows } = await app.database.query<{ all: string }>(
      `SELECT string_agg(l::text, ' ') AS all FROM sign_in_links l`,
    );
    expect(rows[0]?.all).not.toContain(token);
    expect(rows[0]?.all).not.toContain(Buffer.from(token).toString('hex'));
  });
});
