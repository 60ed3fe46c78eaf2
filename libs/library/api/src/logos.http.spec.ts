import { FileSweep } from '@opiring/platform/api';
import {
  aDocx,
  aJpeg,
  aPhoto,
  aPng,
  type AroundProgramme,
  aroundProgramme,
  aWebp,
  testApp,
  type TestApp,
  type WorldCohort,
} from '@opiring/platform/testing';

const DAY = 86_400_000;

describe('logos of those behind a programme', () => {
  let app: TestApp;
  let cohort: WorldCohort;
  let api: AroundProgramme['api'];
  let partner: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ({ cohort, api } = await aroundProgramme(app));
    partner = (await change([{ name: 'Vald' }, { name: 'Selts' }])).partners[0].id;
  });
  afterAll(() => app.close());

  const page = async () => (await api('get', '/page').expect(200)).body;
  const change = async (partners: object[]) => {
    const { revision } = await page();
    const { body } = await api('patch', '/page').set('if-match', `"${revision}"`).send({ partners });
    return body;
  };
  const at = () => `/partners/${partner}/logo`;
  const bring = (bytes: Buffer, who = 'kadri', name = 'logo.png') =>
    api('post', at(), who).attach('file', bytes, name);
  const publish = () => api('put', '/publication').expect(200);

  it('are shown from the public page while it is public, and kept by whoever saw them', async () => {
    const { body } = await bring(aPng(200, 80)).expect(201);
    const { logo } = body.partners[0];
    expect(logo).toMatchObject({ alt: {}, width: 200, height: 80, printable: true });
    const within = await api('get', logo.src, 'marika').expect(200);
    expect(within.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, no-cache',
    });
    const shown = logo.src.replace('/page/', '/');
    const missing = await api('get', '/logos/nothing', 'nobody').expect(404);
    const hidden = await api('get', shown, 'nobody').expect(404);
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    await publish();
    const { body: seen } = await api('get', '', 'nobody').expect(200);
    expect(seen.partners[0].logo.src).toBe(shown);
    const { headers, body: bytes } = await api('get', shown, 'nobody').expect(200);
    expect(bytes).toEqual(aPng(200, 80));
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    await api('delete', '/publication').expect(200);
    await api('get', shown, 'nobody').expect(404);
  });

  it('stay with their partner when the page is saved, with words of their own', async () => {
    const { body } = await bring(aJpeg(300, 100), 'kadri', 'logo.jpg');
    const [vald, selts] = body.partners;
    const saved = await change([
      { id: selts.id, name: 'Selts' },
      { id: vald.id, name: 'Vald', part: 'Toetab', alt: { et: 'Valla vapp', en: 'The arms' } },
      { id: vald.id, name: 'Teine' },
    ]);
    expect(saved.partners).toMatchObject([
      { id: selts.id, logo: null },
      {
        id: vald.id,
        part: { et: 'Toetab' },
        logo: { src: vald.logo.src, alt: { et: 'Valla vapp', en: 'The arms' } },
      },
      { name: 'Teine', logo: null },
    ]);
    const kept = await change([{ id: vald.id, name: 'Vald' }]);
    expect(kept.partners[0].logo.alt).toEqual({ et: 'Valla vapp', en: 'The arms' });
    const { body: library } = await api('get', `/api/cohorts/${cohort.id}/library`, 'marika').expect(200);
    expect(library.partners[0].logo.src).toBe(vald.logo.src);
  });

  it('take the place of the one before, and go when they are taken away', async () => {
    const first = (await bring(aPng(64, 64))).body;
    const second = (await bring(aWebp(90, 60), 'kadri', 'logo.webp').expect(201)).body;
    expect(second.revision).toBe(first.revision + 1);
    expect(second.partners[0].logo).toMatchObject({ width: 90, height: 60, printable: false });
    await publish();
    await api('get', first.partners[0].logo.src, 'kadri').expect(404);
    const { body } = await api('delete', at()).expect(200);
    expect(body.partners[0].logo).toBeNull();
    expect((await api('delete', at()).expect(200)).body.revision).toBe(body.revision);
    const hashes = [first, second].map((each) => each.partners[0].logo.src.split('/').at(-1));
    await app.nest.get(FileSweep).sweep(new Date(Date.now() + 2 * DAY));
    const left = await app.database.query('SELECT hash FROM stored_files WHERE hash = ANY($1)', [hashes]);
    expect(left.rows).toEqual([]);
  });

  it('survive the sweep while somebody stands behind them', async () => {
    const { body } = await bring(aPng(50, 40));
    await app.nest.get(FileSweep).sweep(new Date(Date.now() + 2 * DAY));
    await api('get', body.partners[0].logo.src).expect(200);
  });

  it('are kept without where and when they were made, and measured as they stand when turned', async () => {
    const { body } = await bring(aPhoto(200, 80, { turn: 6 }), 'kadri', 'logo.jpg').expect(201);
    const { logo } = body.partners[0];
    expect(logo).toMatchObject({ width: 80, height: 200 });
    const { body: bytes } = await api('get', logo.src).expect(200);
    expect(bytes.includes(aPhoto.place)).toBe(false);
  });

  it('sent twice under one key are brought once', async () => {
    const twice = () => bring(aPng(70, 70)).set('idempotency-key', crypto.randomUUID());
    const key = crypto.randomUUID();
    const first = await bring(aPng(71, 70)).set('idempotency-key', key).expect(201);
    const again = await bring(aPng(71, 70)).set('idempotency-key', key).expect(201);
    expect(again.body.revision).toBe(first.body.revision);
    await bring(aPng(72, 70)).set('idempotency-key', key).expect(422);
    expect((await twice()).body.revision).toBe(first.body.revision + 1);
  });

  it('are nobody’s to give but the page’s writers’', async () => {
    for (const who of ['maarja', 'marika', 'outsider']) {
      await bring(aPng(64, 64), who).expect(404);
      await api('delete', at(), who).expect(404);
    }
    await bring(aPng(64, 64), 'nobody').expect(401);
    const { body } = await bring(aPng(64, 64), 'admin').expect(201);
    await api('get', body.partners[0].logo.src, 'admin').expect(200);
    await api('get', body.partners[0].logo.src, 'outsider').expect(404);
    await api('get', body.partners[0].logo.src, 'nobody').expect(401);
    await api('post', '/partners/not-an-id/logo').attach('file', aPng(64, 64), 'a.png').expect(404);
    partner = crypto.randomUUID();
    await bring(aPng(64, 64)).expect(404);
  });

  const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAAC', 'base64');
  const cut = aPng(64, 64).subarray(0, 60);
  it.each([
    ['logo.docx', 'file-kind', 415, aDocx()],
    ['logo.svg', 'file-kind', 415, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['logo.gif', 'file-kind', 415, gif],
    ['logo.png', 'file-disguised', 415, Buffer.from('<html>')],
    ['logo.png', 'file-broken', 415, cut],
    ['logo.png', 'logo-extent', 415, aPng(31, 64)],
    ['logo.png', 'logo-extent', 415, aPng(1201, 64)],
    ['logo.webp', 'logo-moves', 415, aWebp(64, 64, true)],
    ['logo.jpg', 'file-broken', 415, aJpeg(64, 64).subarray(0, 24)],
    ['logo.png', 'file-empty', 400, Buffer.alloc(0)],
    ['logo.png', 'file-too-large', 413, Buffer.concat([aPng(64, 64), Buffer.alloc(1024 * 1024)])],
  ])('%s that is none is refused as %s', async (name, code, status, bytes) => {
    const { body } = await bring(bytes, 'kadri', name).expect(status);
    expect(body.code).toBe(code);
    expect((await page()).partners[0].logo).toBeNull();
  });

  it('that unpack to something else than they say are shown, and not printed', async () => {
    const { body } = await bring(aPng(64, 64, Buffer.alloc(40 * 1024 * 1024))).expect(201);
    expect(body.partners[0].logo.printable).toBe(false);
    const wrong = await bring(aPng(64, 64, Buffer.alloc(193 * 64, 7))).expect(201);
    expect(wrong.body.partners[0].logo.printable).toBe(false);
  });
});
