import type {
  CertificatesView,
  CompletionPreviewView,
  CompletionView,
  OwnCertificateView,
  VerificationView,
} from '@opiring/contract/certificates';
import pg from 'pg';
import {
  type Actor,
  aCast,
  type Cast,
  dayFromNow,
  Ear,
  testApp,
  type TestApp,
} from '@opiring/platform/testing';

const NOTHING = '01900000-0000-7000-8000-000000000000';
const RULE = {
  attendanceShare: 0.8,
  meetings: null,
  practicum: true,
  circles: 1,
  requiredActivities: false,
  hours: { meetings: 35, own: 15 },
};

/** Marika has been to four meetings of five, held her practicum and a circle; Ants to three; Liis was excused from two. */
describe('certificates', () => {
  let app: TestApp;
  let cast: Cast;
  let at: string;
  const meetings: string[] = [];

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    at = `/cohorts/${cast.cohort.id}`;
    for (const days of [-50, -40, -30, -20, -10]) meetings.push(await cast.world.meeting(cast.cohort, days));
    const came: [Actor, string[]][] = [
      [cast.marika, ['present', 'online', 'part', 'absent', 'present']],
      [cast.ants, ['present', 'present', 'present', 'absent', 'absent']],
      [cast.liis, ['present', 'excused', 'excused', 'present', 'present']],
    ];
    for (const [who, states] of came)
      for (const [index, state] of states.entries())
        await cast.maarja.says.put(`/meetings/${meetings[index]}/attendance/${who.membershipId}`, { state });
    const practicum = await cast.marika.says.put(`${at}/practicum`, {
      heldOn: dayFromNow(-15),
      topic: 'Buss',
    });
    const { id } = (practicum.body as { practicum: { id: string } }).practicum;
    await cast.ants.says.put(`/practicums/${id}/confirmation`, {});
    const circle = { heldOn: dayFromNow(-5), place: 'Köök', topic: 'Buss', people: 7 };
    await cast.marika.says.post(`${at}/circles`, circle);
    await cast.ants.says.post(`${at}/circles`, circle);
  });
  afterAll(() => app.close());

  const list = async (): Promise<CertificatesView['members']> =>
    ((await cast.maarja.says.get(`${at}/certificates`)).body as CertificatesView).members;
  const of = async (who: Actor) => {
    const found = (await list()).find(({ membershipId }) => membershipId === who.membershipId);
    if (!found) throw new Error('Not in the list.');
    return found;
  };
  const mine = async (who: Actor): Promise<OwnCertificateView[]> =>
    (await who.says.get('/me/certificates')).body as OwnCertificateView[];
  const check = async (url: string) => cast.anonymous.get(`/verifications/${url.split('/').at(-1)}`);

  it('says what is due to whom, to the program leader alone', async () => {
    expect((await list()).map(({ name, due, certificate }) => [name, certificate.state, due])).toEqual([
      ['Marika', 'certificate', 'certificate'],
      ['Ants', 'statement', 'statement'],
      ['Liis', 'statement', 'statement'],
    ]);
    for (const who of [cast.marika, cast.helve, cast.kadri])
      expect((await who.says.get(`${at}/certificates`)).status).toBe(403);
    for (const who of [cast.stranger, cast.gone, cast.haldur])
      expect((await who.says.get(`${at}/certificates`)).status).toBe(404);
  });

  it('shows what another rule would give before it holds, and changes by revision', async () => {
    const lenient = { ...RULE, meetings: 3, circles: 0, practicum: false };
    const preview = await cast.maarja.says.post(`${at}/completion/preview`, lenient);
    expect(preview.status).toBe(200);
    expect((preview.body as CompletionPreviewView).members.map(({ now, then }) => [now, then.state])).toEqual(
      [
        ['certificate', 'certificate'],
        ['statement', 'certificate'],
        ['statement', 'certificate'],
      ],
    );
    expect((await of(cast.ants)).due).toBe('statement');
    expect((await cast.kadri.says.post(`${at}/completion/preview`, lenient)).status).toBe(403);
    expect((await cast.marika.says.put(`${at}/completion`, RULE, { 'If-Match': '"0"' })).status).toBe(403);
    const kept = await cast.kadri.says.put(`${at}/completion`, RULE, { 'If-Match': '"0"' });
    expect(kept.body as CompletionView).toMatchObject({ ...RULE, revision: 1, changedBy: 'Kadri' });
    const stale = await cast.maarja.says.put(`${at}/completion`, lenient, { 'If-Match': '"0"' });
    expect(stale.status).toBe(412);
    for (const wrong of [
      { attendanceShare: 2 },
      { meetings: 0 },
      { circles: -1 },
      { hours: { meetings: 'x' } },
    ])
      expect(
        (await cast.maarja.says.put(`${at}/completion`, { ...RULE, ...wrong }, { 'If-Match': '"1"' })).status,
      ).toBe(400);
  });

  it('issues to all to whom something is due, once, with numbers that follow each other', async () => {
    for (const who of [cast.kadri, cast.marika])
      expect((await who.says.post(`${at}/certificates`, {})).status).toBe(403);
    const both = await Promise.all([0, 1].map(() => cast.maarja.says.post(`${at}/certificates`, {})));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const year = new Date().getFullYear();
    const issued = (await list()).flatMap((member) => member.issued);
    expect(issued.map(({ kind, version }) => [kind, version])).toEqual([
      ['certificate', 1],
      ['statement', 1],
      ['statement', 1],
    ]);
    const numbers = issued.map(({ number }) => number);
    expect(numbers.every((number) => new RegExp(`^P[A-Z0-9]*-${year}-00[123]$`).test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(3);
    const again = await cast.maarja.says.post(`${at}/certificates`, { members: [cast.marika.membershipId] });
    expect(again.status).toBe(409);
    expect((await cast.maarja.says.post(`${at}/certificates`, { members: [NOTHING] })).status).toBe(404);
  });

  it('leaves what was issued untouched by a later rule', async () => {
    const [before] = await mine(cast.marika);
    const strict = { ...RULE, attendanceShare: 1 };
    await cast.maarja.says.put(`${at}/completion`, strict, { 'If-Match': '"1"' });
    expect((await of(cast.marika)).certificate.state).toBe('statement');
    expect((await of(cast.marika)).due).toBeNull();
    expect((await mine(cast.marika))[0]).toEqual(before);
    await cast.maarja.says.put(`${at}/completion`, RULE, { 'If-Match': '"2"' });
  });

  it('shows a stranger with the code what the holder allows', async () => {
    const [paper] = await mine(cast.marika);
    const seen = await check(paper?.url ?? '');
    expect(seen.headers['x-robots-tag']).toContain('noindex');
    expect(seen.body as VerificationView).toMatchObject({
      standing: 'valid',
      kind: 'certificate',
      name: 'Marika',
      municipality: null,
      programme: { et: 'Dialoogid kogukonnas' },
      hours: null,
    });
    const put = (who: Actor, shown: string[]) =>
      who.says.put(`/certificates/${paper?.id}/showing`, { shown });
    expect((await put(cast.marika, ['hours'])).status).toBe(200);
    expect((await check(paper?.url ?? '')).body as VerificationView).toMatchObject({
      name: null,
      programme: null,
      hours: { meetings: 35, own: 15 },
    });
    expect((await put(cast.marika, ['email'])).status).toBe(400);
    for (const who of [cast.maarja, cast.ants, cast.stranger])
      expect((await put(who, ['name'])).status).toBe(404);
    for (const code of ['x', NOTHING, 'A'.repeat(27)])
      expect((await cast.anonymous.get(`/verifications/${code}`)).status).toBe(404);
  });

  it('replaces and revokes in the open, with reasons and history', async () => {
    const [first] = await mine(cast.ants);
    const path = `/certificates/${first?.id}`;
    expect((await cast.ants.says.post(`${path}/reissue`, { reason: 'Nimi' })).status).toBe(403);
    expect((await cast.liis.says.post(`${path}/reissue`, { reason: 'Nimi' })).status).toBe(404);
    expect((await cast.maarja.says.post(`${path}/reissue`, { reason: '' })).status).toBe(400);
    await app.database.query(`UPDATE accounts SET name = 'Ants Uus' WHERE id = $1`, [cast.ants.accountId]);
    expect((await cast.maarja.says.post(`${path}/reissue`, { reason: 'Uus nimi' })).status).toBe(201);
    expect((await cast.maarja.says.post(`${path}/reissue`, { reason: 'Veel' })).status).toBe(409);
    const [second, old] = await mine(cast.ants);
    expect([second?.holderName, old?.holderName, second?.number]).toEqual(['Ants Uus', 'Ants', old?.number]);
    expect((await check(old?.url ?? '')).body).toMatchObject({ standing: 'replaced', name: 'Ants' });
    const revoked = await cast.maarja.says.post(`/certificates/${second?.id}/revocation`, {
      reason: 'Eksitus',
    });
    expect(revoked.status).toBe(200);
    const seen = await check(second?.url ?? '');
    expect(seen.body).toMatchObject({ standing: 'revoked' });
    expect(seen.text).not.toContain('Eksitus');
    const { issued, due } = await of(cast.ants);
    expect(issued.map(({ standing, revoked: why }) => [standing, why?.reason])).toEqual([
      ['revoked', 'Eksitus'],
      ['replaced', undefined],
    ]);
    expect(due).toBeNull();
    await cast.maarja.says.post(`${at}/certificates`, { members: [cast.ants.membershipId] });
    expect((await mine(cast.ants))[0]).toMatchObject({ version: 3, standing: 'valid' });
  });

  it('lets the holder’s open page hear that a paper was taken back', async () => {
    const ear = await Ear.open(`${app.url}/api${at}/events`, await cast.world.signIn(cast.ants));
    const heard = async (topic: string): Promise<void> => {
      while (!JSON.stringify(await ear.next('news')).includes(topic));
    };
    await ear.next('hello');
    // Whatever was told before has been heard once this is.
    await app.database.query(`SELECT app.tell_of($1, 'meetings', NULL)`, [cast.cohort.id]);
    await heard('meetings');
    const [paper] = await mine(cast.ants);
    const revoked = await cast.maarja.says.post(`/certificates/${paper?.id}/revocation`, {
      reason: 'Eksitus',
    });
    expect(revoked.status).toBe(200);
    await heard('facts');
    ear.close();
  });

  it('keeps papers from everybody else in the database too', async () => {
    const client = new pg.Client(app.appUrl);
    await client.connect();
    await client.query(`SELECT set_config('app.account_id', $1, false)`, [cast.helve.accountId]);
    const { rows } = await client.query('SELECT id FROM certificates');
    await client.end();
    expect(rows).toEqual([]);
    expect(await mine(cast.helve)).toEqual([]);
  });
});
