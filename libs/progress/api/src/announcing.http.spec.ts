import type { AddressInfo } from 'node:net';
import { Postman } from '@opiring/identity/api';
import { aCast, type Cast, Ear, testApp, type TestApp, Voice } from '@opiring/platform/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SMTPServer } from 'smtp-server';

const MAIL_FROM = 'Õpiring <ring@world.example>';
const decoded = (letter: string): string => {
  const plain = letter.replace(/=\r?\n/g, '');
  return Buffer.from(
    plain.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
};

describe('announcements', () => {
  const letters: string[] = [];
  let away = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => done(away ? new Error('Not now') : undefined),
    onData(stream, _session, done) {
      let letter = '';
      stream.on('data', (chunk: Buffer) => (letter += chunk.toString()));
      stream.on('end', () => {
        letters.push(decoded(letter));
        done();
      });
    },
  });
  let app: TestApp;
  let other: NestFastifyApplication;
  let cast: Cast;
  let meeting: string;

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.server.address() as AddressInfo;
    const mail = { url: `smtp://127.0.0.1:${port}`, from: MAIL_FROM };
    app = await testApp({ mail });
    const factory = '../../../../apps/api/src/app';
    const { createApp } = (await import(factory)) as {
      createApp: (options: object) => Promise<NestFastifyApplication>;
    };
    other = await createApp({
      databaseUrl: app.appUrl,
      publicUrl: 'http://localhost:3000',
      demo: false,
      files: { folder: app.folder },
      mail,
    });
    // Letters leave when the spec says so, not by the clock.
    for (const nest of [app.nest, other]) nest.get(Postman).rest();
    cast = await aCast(app);
    meeting = await cast.world.meeting(cast.cohort, 5);
  });
  beforeEach(() => letters.splice(0));
  afterAll(async () => {
    await other.close();
    await app.close();
    await new Promise<void>((closed) => server.close(() => closed()));
  });

  const path = () => `/cohorts/${cast.cohort.id}/announcements`;
  const words = { title: 'Homme kell kümme', body: 'Tule, kui saad.' };
  const send = (body: object = {}, headers = {}) =>
    cast.maarja.says.post(path(), { audience: 'cohort', ...words, ...body }, headers);
  const deliver = (...processes: NestFastifyApplication[]) =>
    Promise.all(processes.map((nest) => nest.get(Postman).deliver()));
  const waiting = async (): Promise<number> =>
    (await app.database.query('SELECT 1 FROM letters')).rows.length;
  const seenBy = async (who: Cast['marika']): Promise<{ title: string; can: { edit: boolean } }[]> =>
    ((await who.says.get(path())).body as { announcements: { title: string; can: { edit: boolean } }[] })
      .announcements;
  const names = (answer: { body: unknown }) =>
    (answer.body as { people: { name: string }[] }).people.map(({ name }) => name);
  const preview = (body: object) => cast.maarja.says.post(`${path()}/preview`, body);

  it('reach everybody once, however many processes carry the letters and however often it is sent', async () => {
    const key = { 'idempotency-key': 'teade-1' };
    const [one, two] = await Promise.all([send({}, key), send({}, key)]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body).toEqual(two.body);
    await deliver(app.nest, other);
    await deliver(app.nest, other);
    const to = letters.map((letter) => /^To: (.+)$/m.exec(letter)?.[1]?.trim());
    const everybody = [cast.marika, cast.ants, cast.liis, cast.helve, cast.tiina].map(({ email }) => email);
    expect(to.toSorted()).toEqual(everybody.toSorted());
    expect(letters[0]).toContain('Maarja kirjutas lennule');
    expect(letters[0]).toContain('Tule, kui saad.');
    expect(letters[0]).toContain('http://localhost:3000/teated');
    expect(await waiting()).toBe(0);
    expect(await seenBy(cast.marika)).toMatchObject([{ ...words, can: { edit: false } }]);
  });

  it('are for those who miss something, as the facts stand, by name and in the order of seats', async () => {
    await cast.marika.says.put(`/meetings/${meeting}/reply`, { coming: false });
    const aim = { audience: 'meeting-reply', meetingId: meeting };
    const shown = await preview(aim);
    expect(names(shown)).toEqual(['Ants', 'Liis']);
    expect(shown.body).toMatchObject({ count: 2, mailed: 2 });
    expect(names(await preview({ audience: 'practicum' }))).toEqual(['Marika', 'Ants', 'Liis']);
    await cast.world.activity(await cast.world.module(cast.cohort), {
      kind: 'answer',
      questionId: cast.cohort.questions[0] ?? '',
      moment: 'start',
    });
    expect(names(await preview({ audience: 'start-questions' }))).toEqual([]);
    await cast.world.edition(cast.cohort);
    expect(names(await preview({ audience: 'start-questions' }))).toEqual(['Marika', 'Ants', 'Liis']);
    const [ants, marika] = [await listen(cast.ants), await listen(cast.marika)];
    expect((await send({ ...aim, title: 'Kas tuled?' })).status).toBe(201);
    expect(await ants.next('news')).toMatchObject({ data: { topics: ['announcements'] } });
    expect((await seenBy(cast.liis)).map(({ title }) => title)).toContain('Kas tuled?');
    expect((await seenBy(cast.marika)).map(({ title }) => title)).not.toContain('Kas tuled?');
    expect(marika.heard.map(({ type }) => type)).toEqual(['hello']);
    [ants, marika].forEach((ear) => ear.close());
    await deliver(app.nest);
    expect(letters).toHaveLength(2);
  });
  const listen = async (who: Cast['marika']): Promise<Ear> => {
    const url = `${app.url}/api/cohorts/${cast.cohort.id}/events`;
    const ear = await Ear.open(url, await cast.world.signIn(who));
    await ear.next('hello');
    return ear;
  };

  it('tell an organizer to how many they go, and not who it is that misses something', async () => {
    for (const audience of ['practicum', 'start-questions']) {
      const shown = await cast.kadri.says.post(`${path()}/preview`, { audience });
      expect(shown.body).toEqual({ count: 3, mailed: 3 });
    }
    const { body } = await cast.kadri.says.post(path(), { audience: 'practicum', ...words });
    const { id } = body as { id: string };
    const found = async (who: Cast['kadri']) =>
      ((await who.says.get(path())).body as { announcements: { id: string }[] }).announcements.find(
        (one) => one.id === id,
      );
    expect(await found(cast.kadri)).toMatchObject({ reached: 3 });
    expect(await found(cast.kadri)).not.toHaveProperty('people');
    expect(names({ body: await found(cast.maarja) })).toEqual(['Marika', 'Ants', 'Liis']);
    // Everybody is no secret.
    expect(names(await cast.kadri.says.post(`${path()}/preview`, { audience: 'cohort' }))).toHaveLength(5);
    await app.database.query('DELETE FROM letters');
  });

  it('wait while the mail server is away, and go when it is back', async () => {
    away = true;
    await send({ title: 'Hiljem' });
    await deliver(app.nest);
    const left = await waiting();
    expect(left).toBe(5);
    expect(letters).toHaveLength(0);
    away = false;
    await deliver(app.nest, other);
    await app.database.query('UPDATE letters SET next_at = now()');
    await deliver(app.nest, other);
    expect(letters).toHaveLength(5);
    expect(await waiting()).toBe(0);
  });

  it('are taken up by another process where one died with a letter in its hand', async () => {
    await send({ audience: 'practicum' });
    await app.database.query(`UPDATE letters SET leased_until = now() + interval '1 minute', attempts = 1`);
    await deliver(app.nest);
    expect(letters).toHaveLength(0);
    await app.database.query(`UPDATE letters SET leased_until = now() - interval '1 second'`);
    await deliver(other);
    expect(letters).toHaveLength(3);
  });

  it('are read in the app alone by whoever wants no letters', async () => {
    const off = await cast.liis.says.patch('/me', { mail: false });
    expect(off.body).toMatchObject({ account: { mail: false } });
    await send({ title: 'Ainult äpis' });
    await deliver(app.nest);
    expect(letters).toHaveLength(4);
    expect(letters.join()).not.toContain(cast.liis.email);
    expect((await seenBy(cast.liis))[0]).toMatchObject({ title: 'Ainult äpis' });
    await cast.liis.says.patch('/me', { mail: true });
  });

  it('keep what they were when corrected, show no words when withdrawn, and then are not mailed', async () => {
    const { id } = (await send({ title: 'Kell üheksa' })).body as { id: string };
    const stale = await cast.kadri.says.patch(`/announcements/${id}`, { title: 'x' }, { 'if-match': '"9"' });
    expect(stale.status).toBe(412);
    const change = { title: 'Kell kümme' };
    expect((await cast.marika.says.patch(`/announcements/${id}`, change, { 'if-match': '"1"' })).status).toBe(
      403,
    );
    const corrected = await cast.kadri.says.patch(`/announcements/${id}`, change, { 'if-match': '"1"' });
    expect(corrected.body).toMatchObject({
      title: 'Kell kümme',
      revision: 2,
      earlier: [{ title: 'Kell üheksa' }],
    });
    expect((await seenBy(cast.marika))[0]).not.toHaveProperty('earlier');
    await app.database.query(`UPDATE letters SET next_at = now() + interval '1 hour'`);
    expect((await cast.maarja.says.delete(`/announcements/${id}`)).status).toBe(204);
    expect(await waiting()).toBe(0);
    expect((await seenBy(cast.marika))[0]).toMatchObject({
      title: '',
      body: '',
      withdrawnAt: expect.any(String),
    });
    expect((await cast.kadri.says.patch(`/announcements/${id}`, change, { 'if-match': '"3"' })).status).toBe(
      409,
    );
  });

  it('are also for whoever joins later, and for nobody else', async () => {
    const later = await cast.world.participant(cast.cohort, 'Hilja');
    const says = new Voice(app.url, await cast.world.signIn(later));
    const titles = (await seenBy({ ...later, says })).map(({ title }) => title);
    expect(titles).toContain(words.title);
    expect(titles).not.toContain('Kas tuled?');
    expect((await cast.stranger.says.get(path())).status).toBe(404);
    expect((await cast.haldur.says.get(path())).status).toBe(404);
    expect((await cast.stranger.says.post(path(), { audience: 'cohort', ...words })).status).toBe(404);
    expect((await cast.marika.says.post(path(), { audience: 'cohort', ...words })).status).toBe(403);
    for (const bad of [{ title: ' ' }, { audience: 'everybody' }, { audience: 'meeting-reply' }]) {
      expect((await send(bad)).status).toBe(400);
    }
    const elsewhere = await cast.world.meeting(await cast.world.aCohort());
    expect((await preview({ audience: 'meeting-reply', meetingId: elsewhere })).status).toBe(404);
  });
});
