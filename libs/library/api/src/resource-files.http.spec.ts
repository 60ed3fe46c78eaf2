import { FileSweep } from '@opiring/platform/api';
import {
  aDocx,
  aPdf,
  aPhoto,
  type AroundProgramme,
  aroundProgramme,
  testApp,
  type TestApp,
  type WorldCohort,
} from '@opiring/platform/testing';

const DAY = 86_400_000;

describe('files of the shelf', () => {
  let app: TestApp;
  let cohort: WorldCohort;
  let api: AroundProgramme['api'];
  let resource: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ({ cohort, api } = await aroundProgramme(app));
    const { body } = await put([
      { kind: 'worksheet', title: 'Tööleht' },
      { kind: 'book', title: 'Raamat' },
    ]);
    resource = body.resources[0].id;
  });
  afterAll(() => app.close());

  const shelf = async () => (await api('get', '/shelf').expect(200)).body;
  const put = async (resources: object[]) =>
    api('put', '/shelf/resources')
      .set('if-match', `"${(await shelf()).revision}"`)
      .send({ resources });
  const at = () => `/shelf/resources/${resource}/file`;
  const bring = (bytes: Buffer, name: string, who = 'kadri') =>
    api('post', at(), who).attach('file', bytes, name);

  it('are there for whoever sees the thing itself, under a name one can read', async () => {
    const { body } = await bring(aPdf(), 'Ringi leht.PDF').expect(201);
    const { file } = body.resources[0];
    expect(file).toMatchObject({ name: 'Ringi leht.pdf', type: 'application/pdf', size: aPdf().length });
    for (const who of ['kadri', 'maarja', 'marika', 'admin']) await api('get', file.src, who).expect(200);
    await api('get', file.src, 'outsider').expect(404);
    await api('get', file.src, 'nobody').expect(401);
    const open = `/resources/${resource}/file`;
    await api('get', open, 'nobody').expect(404);
    const { body: library } = await api('get', `/api/cohorts/${cohort.id}/library`, 'marika').expect(200);
    expect(library.resources[0].file.src).toBe(file.src);
    await api('put', '/publication').expect(200);
    const { body: page } = await api('get', '', 'nobody').expect(200);
    expect(page.resources.map((one: { file: unknown }) => one.file)).toEqual([
      { ...file, src: `/api/programmes/${cohort.slug}${open}` },
      null,
    ]);
    const { headers } = await api('get', open, 'nobody').expect(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="Ringi leht.pdf"/);
    expect(headers['cache-control']).toBe('private, no-cache');
    await api('delete', '/publication').expect(200);
    await api('get', open, 'nobody').expect(404);
  });

  it('stay with their thing when the list is saved, and go with it', async () => {
    const { body } = await bring(aDocx(), 'leht.docx').expect(201);
    const [sheet, book] = body.resources;
    const saved = await put([
      { id: book.id, kind: 'book', title: 'Raamat' },
      { id: sheet.id, kind: 'worksheet', title: 'Uus nimi' },
      { id: sheet.id, kind: 'link', title: 'Teine' },
      { id: crypto.randomUUID(), kind: 'link', title: 'Kolmas' },
    ]);
    expect(saved.body.resources).toMatchObject([
      { id: book.id, file: null },
      { id: sheet.id, title: { et: 'Uus nimi' }, file: sheet.file },
      { title: { et: 'Teine' }, file: null },
      { title: { et: 'Kolmas' }, file: null },
    ]);
    await put([{ id: book.id, kind: 'book', title: 'Raamat' }]);
    await api('get', sheet.file.src).expect(404);
    await api('delete', at()).expect(404);
  });

  it('take the place of the one before, survive the sweep, and go when taken away', async () => {
    const first = (await bring(aPdf('1'), 'a.pdf')).body;
    const second = (await bring(aPdf('2'), 'b.pdf').expect(201)).body;
    expect(second.revision).toBe(first.revision + 1);
    const sweep = () => app.nest.get(FileSweep).sweep(new Date(Date.now() + 2 * DAY));
    await sweep();
    await api('get', second.resources[0].file.src).expect(200);
    const { body } = await api('delete', at()).expect(200);
    expect(body.resources[0].file).toBeNull();
    expect((await api('delete', at()).expect(200)).body.revision).toBe(body.revision);
    await api('get', second.resources[0].file.src).expect(404);
    const kept = () => app.database.query('SELECT FROM stored_files WHERE size = $1', [aPdf('2').length]);
    await sweep();
    expect((await kept()).rowCount).toBe(0);
  });

  it('that are photos say nothing of where and when they were taken', async () => {
    const { body } = await bring(aPhoto(), 'ring.jpg').expect(201);
    const { file } = body.resources[0];
    expect(file.size).toBeLessThan(aPhoto().length);
    const { body: bytes } = await api('get', file.src).expect(200);
    expect(bytes).toHaveLength(file.size);
    expect(bytes.includes(aPhoto.place)).toBe(false);
  });

  it('are nobody’s to bring but the shelf’s keepers’', async () => {
    for (const who of ['maarja', 'marika', 'outsider']) {
      await bring(aPdf(), 'a.pdf', who).expect(404);
      await api('delete', at(), who).expect(404);
    }
    await bring(aPdf(), 'a.pdf', 'nobody').expect(401);
    await bring(aPdf(), 'a.pdf', 'admin').expect(201);
    resource = crypto.randomUUID();
    await bring(aPdf(), 'a.pdf').expect(404);
  });

  it('that are not what they say are refused, and nothing is half done', async () => {
    const { body } = await bring(Buffer.from('<html>'), 'a.pdf').expect(415);
    expect(body.code).toBe('file-disguised');
    expect((await bring(Buffer.alloc(0), 'a.pdf').expect(400)).body.code).toBe('file-empty');
    expect((await api('post', at()).send({}).expect(400)).body.code).toBe('file-needed');
    expect((await shelf()).resources[0].file).toBeNull();
  });

  it('and the principles of before stay to be read, with when I accepted them', async () => {
    const publish = (text: string) => api('post', '/shelf/principles').send({ text }).expect(201);
    const { body: one } = await publish('Kuulan lõpuni.');
    await api('post', `/api/principles/${one.principles[0].id}/acceptances`, 'marika').expect(201);
    await publish('Kuulan lõpuni ja küsin.');
    const { body } = await api('get', `/api/cohorts/${cohort.id}/library`, 'marika').expect(200);
    expect(body.principles).toMatchObject({ version: 2, acceptedAt: null });
    expect(body.earlierPrinciples).toMatchObject([
      { version: 1, text: { et: 'Kuulan lõpuni.' }, acceptedAt: expect.stringMatching(/Z$/) },
    ]);
  });
});
