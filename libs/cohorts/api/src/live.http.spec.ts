import { aCast, type Cast, Ear, testApp, type TestApp, Voice } from '@opiring/platform/testing';
import type { StreamEvents } from '@opiring/contract/live';
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A second process of the same installation, on the same database. */
async function another(app: TestApp): Promise<{ url: string; nest: NestFastifyApplication }> {
  const factory = '../../../../apps/api/src/app';
  const { createApp } = (await import(factory)) as {
    createApp: (options: object) => Promise<NestFastifyApplication>;
  };
  const nest = await createApp({
    databaseUrl: app.appUrl,
    publicUrl: 'http://localhost:3000',
    demo: false,
    files: { folder: app.folder },
  });
  await nest.listen(0, '127.0.0.1');
  return { url: await nest.getUrl(), nest };
}

describe('news of a cohort', () => {
  let app: TestApp;
  let other: Awaited<ReturnType<typeof another>>;
  let cast: Cast;
  let meeting: string;
  const ears: Ear[] = [];

  beforeAll(async () => {
    app = await testApp();
    other = await another(app);
    cast = await aCast(app);
    meeting = await cast.world.meeting(cast.cohort, -3);
  });
  afterEach(() => ears.splice(0).forEach((ear) => ear.close()));
  afterAll(async () => {
    await other.nest.close();
    await app.close();
  });

  const path = () => `/api/cohorts/${cast.cohort.id}/events`;
  const listen = async (who: Cast['marika'], at = other.url, cookie?: string): Promise<Ear> => {
    const ear = await Ear.open(`${at}${path()}`, cookie ?? (await cast.world.signIn(who)));
    ears.push(ear);
    if (ear.answer.status === 200) await ear.next('hello');
    return ear;
  };
  const attend = (who: Cast['marika'], state: string) =>
    cast.maarja.says.put(`/meetings/${meeting}/attendance/${who.membershipId}`, { state });
  const plan = () =>
    cast.kadri.says.post(`/cohorts/${cast.cohort.id}/meetings`, {
      title: 'Märk',
      startsAt: '2031-01-01T08:00:00Z',
      endsAt: '2031-01-01T14:00:00Z',
    });
  const topicsOf = (ear: Ear): unknown[] =>
    ear.heard.filter(({ type }) => type === 'news').map(({ data }) => data);
  const topicsTold = (ear: Ear): string[] => {
    const { data } = ear.heard.find(({ type }) => type === 'hello') as { data: StreamEvents['hello'] };
    return data.lately.map(({ topic }) => topic);
  };

  it('tells in one process what was done in another, and says no more than its kind', async () => {
    const [maarja, marika] = [await listen(cast.maarja), await listen(cast.marika)];
    expect(maarja.answer.headers.get('content-type')).toContain('text/event-stream');
    expect((await attend(cast.marika, 'present')).status).toBe(200);
    for (const ear of [maarja, marika]) {
      expect(await ear.next('news')).toEqual({ type: 'news', data: { topics: ['facts'] } });
    }
  });

  it('tells of a call its leaders and whoever asked for it, and nobody else', async () => {
    const [maarja, marika] = [await listen(cast.maarja), await listen(cast.marika)];
    const apart = [await listen(cast.kadri), await listen(cast.ants), await listen(cast.helve)];
    expect((await cast.marika.says.post(`/cohorts/${cast.cohort.id}/call`, {})).status).toBeLessThan(300);
    for (const ear of [maarja, marika]) {
      expect(await ear.next('news')).toEqual({ type: 'news', data: { topics: ['calls'] } });
    }
    // A leader who sees the request is told to whoever made it.
    expect((await cast.maarja.says.get(`/cohorts/${cast.cohort.id}/attention`)).status).toBe(200);
    await marika.next('news');
    await plan();
    for (const ear of apart) {
      await ear.next('news');
      expect(topicsOf(ear)).toEqual([{ topics: ['meetings'] }]);
    }
  });

  it('is told to those whom it concerns: the team, the person, those who walk with them', async () => {
    const [maarja, ants, liis] = [
      await listen(cast.maarja),
      await listen(cast.ants),
      await listen(cast.liis),
    ];
    const [helve, tiina] = [await listen(cast.helve), await listen(cast.tiina)];
    await attend(cast.marika, 'part');
    for (const ear of [maarja, ants, helve]) await ear.next('news');
    await plan();
    for (const ear of [liis, tiina]) {
      await ear.next('news');
      expect(topicsOf(ear)).toEqual([{ topics: ['meetings'] }]);
    }
  });

  it('tells at the beginning what changed just before, to those whom it concerns', async () => {
    // Listening first, so that this process surely heard what is told next.
    const witness = await listen(cast.maarja);
    await attend(cast.marika, 'online');
    await witness.next('news');
    const hello = (ear: Ear): unknown => ear.heard[0];
    const told = { type: 'hello', data: { knows: expect.any(Number), lately: expect.any(Array) } };
    const [maarja, liis] = [await listen(cast.maarja), await listen(cast.liis)];
    expect(hello(maarja)).toEqual(told);
    expect(topicsTold(maarja)).toContain('facts');
    expect(hello(liis)).toEqual(told);
    expect(topicsTold(liis)).not.toContain('facts');
  });

  it('is not told where nothing was committed', async () => {
    const maarja = await listen(cast.maarja);
    await app.database.query('BEGIN');
    await app.database.query(`UPDATE attendances SET state = 'absent'`);
    await app.database.query('ROLLBACK');
    await plan();
    await maarja.next('news');
    expect(topicsOf(maarja)).toEqual([{ topics: ['meetings'] }]);
  });

  it('is nobody’s who does not belong there', async () => {
    expect((await listen(cast.stranger)).answer.status).toBe(404);
    expect((await listen(cast.gone)).answer.status).toBe(404);
    expect((await Ear.open(`${app.url}${path()}`, 'opiring=none')).answer.status).toBe(401);
    const cookie = await cast.world.signIn(cast.haldur);
    expect((await Ear.open(`${app.url}${path()}`, cookie)).answer.status).toBe(404);
  });

  it('ends in every process with signing out, with leaving the cohort, and with a changed place', async () => {
    const cookie = await cast.world.signIn(cast.liis);
    const signedOut = await listen(cast.liis, other.url, cookie);
    await new Voice(app.url, cookie).delete('/session');
    await signedOut.ended;
    expect(signedOut.heard.at(-1)).toEqual({ type: 'bye', data: { why: 'session' } });

    const helve = await listen(cast.helve);
    const mentor = `/cohorts/${cast.cohort.id}/participants/${cast.liis.membershipId}/mentor`;
    const { status } = await cast.maarja.says.put(mentor, { mentorId: cast.helve.membershipId });
    expect(status).toBeLessThan(300);
    await helve.ended;
    expect(helve.heard.at(-1)).toEqual({ type: 'bye', data: { why: 'seat' } });

    const leaving = await listen(cast.tiina);
    expect((await cast.maarja.says.delete(`/memberships/${cast.tiina.membershipId}`)).status).toBe(204);
    await leaving.ended;
    expect((await listen(cast.tiina)).answer.status).toBe(404);
  });

  it('is refused where the session ran out by the clock', async () => {
    const cookie = await cast.world.signIn(cast.ants);
    const hash = createHash('sha256')
      .update(cookie.split('=')[1] ?? '')
      .digest();
    await app.database.query('UPDATE sessions SET expires_at = now() WHERE token_hash = $1', [hash]);
    expect((await listen(cast.ants, other.url, cookie)).answer.status).toBe(401);
  });

  it('says nothing of what is private: texts, drafts, readings, the pulse, signing in', async () => {
    const told: string[] = [];
    const line = new pg.Client({ connectionString: app.appUrl });
    await line.connect();
    line.on('notification', ({ payload }) => told.push(payload ?? ''));
    await line.query('LISTEN opiring_news');
    const canary = 'kanaarilind-voog';
    const moduleId = await cast.world.module(cast.cohort);
    const activity = await cast.world.activity(moduleId, { kind: 'reflect' });
    await app.database.query('BEGIN');
    await cast.world.edition(cast.cohort);
    await app.database.query('COMMIT');
    const made = await cast.marika.says.post(`/cohorts/${cast.cohort.id}/entries`, {
      title: canary,
      body: canary,
      activityId: activity,
    });
    expect(made.status).toBe(201);
    const { id, revision } = made.body as { id: string; revision: number };
    const saved = await cast.marika.says.patch(
      `/entries/${id}`,
      { body: `${canary} edasi` },
      { 'if-match': `"${revision}"` },
    );
    expect(saved.status).toBe(200);
    expect((await cast.marika.says.post(`/entries/${id}/shares`, { audience: 'mentor' })).status).toBe(201);
    expect((await cast.helve.says.get(`/entries/${id}`)).status).toBe(200);
    await cast.world.signIn(cast.marika);
    const answered = await cast.marika.says.post(`/meetings/${meeting}/pulse`, { answer: 'mostly' });
    expect(answered.status).toBeLessThan(300);
    await line.query(`SELECT pg_notify('opiring_news', 'enough')`);
    expect(told).toEqual([JSON.stringify({ cohort: cast.cohort.id, topic: 'curriculum' }), 'enough']);
    await line.end();
  });

  it('goes on after the database dropped the line, and says that something may have been missed', async () => {
    const maarja = await listen(cast.maarja);
    // A role may end its own connections.
    const same = new pg.Client({ connectionString: app.appUrl });
    await same.connect();
    await same.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'opiring-news' AND datname = current_database()`,
    );
    await same.end();
    await maarja.next('again');
    await attend(cast.marika, 'excused');
    expect(await maarja.next('news')).toEqual({ type: 'news', data: { topics: ['facts'] } });
    const { rows } = await app.database.query(
      `SELECT 1 FROM pg_stat_activity WHERE application_name = 'opiring-news' AND datname = current_database()`,
    );
    expect(rows.length).toBeLessThanOrEqual(2);
  });

  it('does not keep a process from closing', async () => {
    const third = await another(app);
    const maarja = await listen(cast.maarja, third.url);
    await third.nest.close();
    await maarja.ended;
  });
});
