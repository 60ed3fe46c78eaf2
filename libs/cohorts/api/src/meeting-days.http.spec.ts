import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

/** What a meeting's day holds, who may read it, and the log of what was changed. */
describe('a meeting’s day', () => {
  let app: TestApp;
  let cast: Cast;
  let meeting: string;

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
  });
  beforeEach(async () => {
    meeting = await cast.world.meeting(cast.cohort);
  });
  afterAll(() => app.close());

  const change = (revision: number, body: object, who = cast.kadri) =>
    who.says.patch(`/meetings/${meeting}`, body, { 'If-Match': `"${revision}"` });
  const seenBy = async (who: Cast['marika']) => {
    const { body } = await who.says.get(`/cohorts/${cast.cohort.id}/meetings`);
    return (body as { meetings: { id: string }[] }).meetings.find(
      ({ id }) => id === meeting,
    ) as never as Record<string, unknown>;
  };
  const log = async (who = cast.marika) => {
    const { status, body } = await who.says.get(`/meetings/${meeting}/changes`);
    expect(status).toBe(200);
    return (body as { changes: { what: string[]; reason: string; changedBy: string }[] }).changes;
  };
  const agenda = [
    { kind: 'circle', minutes: 30, title: { et: 'Avaring', en: 'Check-in' } },
    { kind: 'break', minutes: 60, title: 'Lõuna' },
  ];

  it('has an agenda that is its drafter’s until it is published', async () => {
    const drafted = await change(1, { agenda });
    expect(drafted.body).toMatchObject({
      agenda: [agenda[0], { kind: 'break', minutes: 60, title: { et: 'Lõuna' } }],
      agendaPublished: false,
      revision: 2,
    });
    expect(await seenBy(cast.marika)).toMatchObject({ agenda: [], agendaPublished: false });
    expect(await seenBy(cast.maarja)).toMatchObject({ agenda: [] });
    expect(await log()).toEqual([]);
    expect((await log(cast.kadri)).map(({ what }) => what)).toEqual([['agenda']]);
    await change(2, { agendaPublished: true });
    expect(await seenBy(cast.marika)).toMatchObject({
      agenda: [agenda[0], { minutes: 60 }],
      agendaPublished: true,
    });
    expect((await log()).map(({ what }) => what)).toEqual([['agendaPublished']]);
    const again = await change(3, { agenda, agendaPublished: true });
    expect(again.body).toMatchObject({ revision: 3 });
  });

  it('has a room online and a guest, which members alone read', async () => {
    const guest = { name: 'Külaline Saarelt', about: 'Varane märkamine', link: 'https://lugu.example/saar' };
    const { body } = await change(1, { link: 'https://ruum.example/x', guest });
    expect(body).toMatchObject({
      link: 'https://ruum.example/x',
      guest: { ...guest, about: { et: 'Varane märkamine' } },
    });
    expect(await seenBy(cast.helve)).toMatchObject({ link: 'https://ruum.example/x' });
    const page = await cast.anonymous.get(`/programmes/${cast.cohort.slug}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('ruum.example');
    expect((await cast.stranger.says.get(`/meetings/${meeting}/changes`)).status).toBe(404);
    expect((await cast.haldur.says.get(`/meetings/${meeting}/changes`)).status).toBe(404);
    expect((await cast.anonymous.get(`/meetings/${meeting}/changes`)).status).toBe(401);
    const file = await cast.marika.says.get(`/meetings/${meeting}/calendar.ics`);
    expect(file.text).toContain('https://ruum.example/x');
    await change(2, { link: null, guest: null });
    expect(await seenBy(cast.marika)).toMatchObject({ link: null, guest: null });
  });

  it.each([
    { link: 'http://ruum.example' },
    { link: 'javascript:alert(1)' },
    { link: 'ruum' },
    { guest: { name: '' } },
    { guest: { name: 'Keegi', link: 'http://x.example' } },
    { guest: 'Keegi' },
    { agenda: 'Avaring' },
    { agenda: [{ kind: 'dance', minutes: 5, title: 'x' }] },
    { agenda: [{ kind: 'circle', minutes: 0, title: 'x' }] },
    { agenda: [{ kind: 'circle', minutes: 1.5, title: 'x' }] },
    { agenda: [{ kind: 'circle', minutes: 5, title: '' }] },
    { agenda: [{ kind: 'circle', minutes: 5, title: 'x', note: 'y' }] },
    { agenda: [null] },
    { agenda: null },
    { agenda: Array.from({ length: 61 }, () => ({ kind: 'circle', minutes: 5, title: 'x' })) },
    { agendaPublished: 'yes' },
  ])('refuses %j and keeps what stood', async (body) => {
    expect((await change(1, body)).status).toBe(400);
    expect(await seenBy(cast.kadri)).toMatchObject({ revision: 1, agenda: [], link: null });
  });

  it('is moved and called off with a reason, and brought back; everybody it was planned for can read it', async () => {
    const times = { startsAt: '2031-02-01T08:00:00Z', endsAt: '2031-02-01T14:30:00Z' };
    const silent = await change(1, times);
    expect(silent.status).toBe(400);
    expect(silent.body).toMatchObject({ fields: { reason: expect.any(Array) } });
    expect((await change(1, { cancelled: true, reason: '  ' })).status).toBe(400);
    expect(await seenBy(cast.marika)).toMatchObject({ revision: 1, state: 'planned' });
    expect((await change(1, { ...times, reason: 'Tee on kinni' })).status).toBe(200);
    expect((await change(2, { cancelled: true, reason: 'Haigus' })).body).toMatchObject({
      state: 'cancelled',
      reason: 'Haigus',
    });
    expect((await change(3, { cancelled: false })).body).toMatchObject({ state: 'planned' });
    const changes = await log(cast.helve);
    expect(changes.map(({ what, reason, changedBy }) => [what, reason, changedBy])).toEqual([
      [['restored'], '', 'Kadri'],
      [['cancelled'], 'Haigus', 'Kadri'],
      [['moved'], 'Tee on kinni', 'Kadri'],
    ]);
    expect(changes[2]).toMatchObject({ after: { startsAt: '2031-02-01T08:00:00.000Z' } });
    expect(JSON.stringify(changes)).not.toContain('revision');
  });
});
