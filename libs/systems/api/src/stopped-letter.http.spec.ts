import type { AddressInfo } from 'node:net';
import { Postman } from '@opiring/identity/api';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { aCast, type Cast, Peer, testApp, type TestApp } from '@opiring/platform/testing';
import { SMTPServer } from 'smtp-server';
import { Carrier } from './carrier';

interface Received {
  to: string;
  text: string;
}
type App = { createApp: (options: object) => Promise<NestFastifyApplication> };

/** The body, by whichever way it was wrapped for the post. */
const readable = (raw: string): string => {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const wrapped = body.join('\n\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(wrapped, 'base64').toString();
  const plain = wrapped.replace(/=\r?\n/g, '');
  const bytes = plain.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};

describe('a letter that another system is told no more', () => {
  const received: Received[] = [];
  let away = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => done(away ? new Error('Not now') : undefined),
    onData(stream, { envelope }, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      stream.on('end', () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address).join(), text: readable(raw) });
        done();
      });
    },
  });
  let app: TestApp;
  let other: NestFastifyApplication;
  let cast: Cast;
  let peer: Peer;
  let receiver: string;
  let meeting: string;

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.server.address() as AddressInfo;
    const mail = { url: `smtp://127.0.0.1:${port}`, from: 'Õpiring <ring@world.example>' };
    app = await testApp({ mail, privateReceivers: true } as object);
    const { createApp } = (await import('../../../../apps/api/src/app' as string)) as App;
    other = await createApp({
      databaseUrl: app.appUrl,
      publicUrl: 'http://localhost:3000',
      demo: false,
      files: { folder: app.folder },
      privateReceivers: true,
      mail,
    });
    // Letters leave when the spec says so, not by the clock.
    for (const nest of [app.nest, other]) nest.get(Postman).rest();
  }, 120_000);
  beforeEach(async () => {
    [away, received.length] = [false, 0];
    cast = await aCast(app);
    peer = new Peer();
    peer.answer = () => 503;
    meeting = await cast.world.meeting(cast.cohort, -3);
    const made = await cast.maarja.says.post(`/cohorts/${cast.cohort.id}/webhooks`, {
      name: 'Valla\nandmeladu',
      url: `${await peer.listen()}/kanaarilind-salajane-tee`,
      topics: ['attendance'],
    });
    expect(made.status).toBe(201);
    receiver = (made.body as { receiver: { id: string } }).receiver.id;
  });
  afterEach(async () => {
    await app.database.query('DELETE FROM receivers');
    await peer.close();
  });
  afterAll(async () => {
    await other.close();
    await app.close();
    await new Promise<void>((closed) => server.close(() => closed()));
  });

  const change = (sql: string, ...values: unknown[]) => app.database.query(sql, values);
  const tell = async (who = cast.marika): Promise<void> => {
    const at = `/meetings/${meeting}/attendance/${who.membershipId}`;
    expect((await cast.maarja.says.put(at, { state: 'present' })).status).toBe(200);
  };
  const carry = () => Promise.all([app.nest, other].map((nest) => nest.get(Carrier).deliver()));
  const waiting = async (): Promise<number> => (await change('SELECT 1 FROM letters')).rows.length;
  /** Until every letter is gone: a server that is slow for a moment is asked again, as it would be later. */
  const post = async (): Promise<void> => {
    do {
      await change('UPDATE letters SET next_at = now() WHERE leased_until IS NULL');
      await Promise.all([app.nest, other].map((nest) => nest.get(Postman).deliver()));
    } while (!away && (await waiting()) > 0);
  };
  /** Nothing was taken for more than three days, and the next attempt fails too. */
  const stop = async (): Promise<void> => {
    await change(
      `UPDATE receivers SET failing_since = now() - interval '4 days' WHERE id = '${receiver}' AND stopped_at IS NULL`,
    );
    await change('UPDATE deliveries SET next_at = now(), leased_until = NULL WHERE settled_at IS NULL');
    await carry();
    const { rows } = await change('SELECT stopped_at FROM receivers WHERE id = $1', receiver);
    expect(rows[0]?.stopped_at).not.toBeNull();
  };

  it('goes to everybody who answers for the cohort, in their own language, once, and to nobody else', async () => {
    const second = await cast.world.programLeader(cast.cohort, 'Leida');
    const third = await cast.world.programLeader(cast.cohort, 'Pavel');
    const quiet = await cast.world.programLeader(cast.cohort, 'Vaikne');
    const left = await cast.world.programLeader(cast.cohort, 'Lahkunud');
    await change(`UPDATE accounts SET locale = 'en' WHERE id = $1`, second.accountId);
    await change(`UPDATE accounts SET locale = 'ru' WHERE id = $1`, third.accountId);
    await change('UPDATE accounts SET mail_off_at = now() WHERE id = $1', quiet.accountId);
    await cast.world.endMembership(left);
    await tell();
    await tell(cast.ants);
    await carry();
    await post();
    expect(received).toEqual([]);
    await stop();
    await post();
    expect(received.map(({ to }) => to).toSorted()).toEqual(
      [cast.maarja.email, second.email, third.email].toSorted(),
    );
    const to = ({ email }: { email: string }) => received.find((one) => one.to === email)?.text ?? '';
    expect(to(cast.maarja)).toContain('ei võta enam vastu');
    expect(to(second)).toContain('no longer takes what Õpiring tells it');
    expect(to(third)).toContain('больше не принимает');
    for (const { text } of received) {
      expect(text).toContain('/ulevaade/teised-susteemid');
      expect(text).not.toMatch(/kanaarilind|Marika|Ants/);
    }
    // What fails afterwards says nothing new.
    await tell(cast.liis);
    await carry();
    await post();
    expect(received).toHaveLength(3);
    expect(await waiting()).toBe(0);
  });

  it('goes again for another stop, after somebody resumed', async () => {
    await tell();
    await carry();
    await stop();
    await post();
    expect(received).toHaveLength(1);
    expect((await cast.maarja.says.post(`/receivers/${receiver}/resumption`)).status).toBe(200);
    await carry();
    await stop();
    await post();
    expect(received).toHaveLength(2);
  });

  it('waits for a mail server that is away, and is not sent where it no longer holds', async () => {
    await tell();
    await carry();
    await stop();
    away = true;
    await post();
    expect([received.length, await waiting()]).toEqual([0, 1]);
    away = false;
    await cast.maarja.says.post(`/receivers/${receiver}/resumption`);
    await post();
    expect([received.length, await waiting()]).toEqual([0, 0]);
  });
});
