import { randomBytes } from 'node:crypto';
import { aDocx, aPdf, aPng, testApp, type TestApp, World, type WorldCohort } from '@opiring/platform/testing';
import type { ImportedRule } from '@opiring/contract/programme-file';
import request from 'supertest';
import { type Programme, readProgramme, unzip, writeProgramme, zip } from './archive';
import { backup, mbz } from './archive/testing-backup';

const PROGRAMME: Programme = {
  title: { et: 'Dialoogid kogukonnas' },
  questions: [],
  modules: [
    {
      id: 'algus',
      title: { et: 'Algus', ru: 'Начало' },
      purpose: { et: 'Miks\n\nme siin oleme' },
      startsOn: '2026-10-01',
      release: { any: [{ date: '2026-10-02' }, { partner: 'has-read-plan' }] },
      activities: [
        { id: 'loe', kind: 'read', title: { et: 'Loe' }, instructions: { et: 'Rahulikult' }, minutes: 15 },
        {
          id: 'vaata',
          kind: 'watch',
          title: { et: 'Vaata' },
          instructions: {},
          required: false,
          release: { all: [{ activity: 'loe' }, { partner: 'has-read-plan' }] },
        },
      ],
    },
    {
      id: 'korval',
      title: { et: 'Kõrval' },
      purpose: {},
      release: { module: 'algus' },
      alongside: true,
      activities: [],
    },
  ],
};

describe('a programme as a file', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  beforeEach(async () => {
    cohort = await world.aCohort();
    cookies['kadri'] = await world.signIn(await world.organizer(cohort, 'Kadri'));
    cookies['maarja'] = await world.signIn(await world.programLeader(cohort));
    cookies['marika'] = await world.signIn(await world.participant(cohort));
    cookies['outsider'] = await world.signIn(await world.organizer(await world.aCohort()));
  });
  afterAll(() => app.close());

  const send = (bytes: Buffer, query = '', who = 'kadri') =>
    request(app.url)
      .post(`/api/cohorts/${cohort.id}/curriculum/import${query}`)
      .set('cookie', cookies[who] ?? '')
      .set('content-type', 'application/zip')
      .send(bytes);
  const exported = async (who = 'kadri', status = 200): Promise<Buffer> =>
    (
      await request(app.url)
        .get(`/api/cohorts/${cohort.id}/curriculum/export.zip`)
        .set('cookie', cookies[who] ?? '')
        .buffer(true)
        .parse((answer, done) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(status)
    ).body;
  const packed = (programme: Programme = PROGRAMME) => zip(writeProgramme(programme));
  const rows = async (table: 'modules' | 'activities') =>
    (
      await app.database.query(
        `SELECT id, slug, revision, retired_at FROM ${table} WHERE cohort_id = $1 ORDER BY id`,
        [cohort.id],
      )
    ).rows;

  it('is looked over, taken in, and given out with the same bytes ever after', async () => {
    const checked = await send(packed(), '?check=1').expect(200);
    expect(checked.body).toMatchObject({ applied: false, modules: 2, activities: 2, added: 4, retired: 0 });
    expect(
      checked.body.rules.map(({ what, title, release }: ImportedRule) => [what, title.et, release]),
    ).toEqual([
      ['module', 'Algus', { when: 'any', of: [{ when: 'date', on: '2026-10-02' }, { when: 'plan-read' }] }],
      [
        'activity',
        'Vaata',
        { when: 'all', of: [{ when: 'activity', activityId: 'loe' }, { when: 'plan-read' }] },
      ],
      ['module', 'Kõrval', { when: 'module', moduleId: 'algus' }],
    ]);
    expect(checked.body.around).toEqual({
      modules: [
        {
          id: 'algus',
          title: { et: 'Algus', ru: 'Начало' },
          activities: [{ id: 'loe', title: { et: 'Loe' } }],
        },
      ],
      meetings: [],
    });
    expect(await rows('modules')).toEqual([]);
    await send(packed()).expect(200);
    const first = await exported();
    expect(readProgramme(await unzip(first)).programme.modules).toEqual(PROGRAMME.modules);
    const again = await send(first, '?replace=1').expect(200);
    expect(again.body).toMatchObject({ added: 0, kept: 4, retired: 0, adapted: [], leftOut: [] });
    expect((await exported()).equals(first)).toBe(true);
  });

  it('takes the place of a draft only when told to, and retires instead of deleting (rule 10)', async () => {
    await send(packed()).expect(200);
    const before = await rows('activities');
    const loe = before.find(({ slug }) => slug === 'vaata');
    const { membershipId } = await world.participant(cohort, 'Liis');
    await app.database.query(
      'INSERT INTO activity_facts (membership_id, activity_id, cohort_id, done_at) VALUES ($1, $2, $3, now())',
      [membershipId, loe?.id, cohort.id],
    );
    const [algus, ...rest] = PROGRAMME.modules;
    const less = {
      ...PROGRAMME,
      modules: [...rest, { ...algus!, activities: algus!.activities.slice(0, 1) }],
    };
    expect((await send(packed(less)).expect(409)).body.code).toBe('draft-not-empty');
    expect(await rows('activities')).toEqual(before);
    const { body } = await send(packed(less), '?replace=1').expect(200);
    expect(body).toMatchObject({ added: 0, kept: 3, retired: 1 });
    const after = await rows('activities');
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.find(({ slug }) => slug === 'vaata')?.retired_at).not.toBeNull();
    const { rows: facts } = await app.database.query('SELECT FROM activity_facts WHERE activity_id = $1', [
      loe?.id,
    ]);
    expect(facts).toHaveLength(1);
  });

  it('takes its links and files along, and gives them out with the same bytes', async () => {
    const materials = [{ title: { et: 'Lugu' }, url: 'https://a.example' }, { file: 'Tööleht.pdf' }];
    const [algus, ...rest] = PROGRAMME.modules;
    const [loe, ...others] = algus!.activities;
    const modules = [{ ...algus!, activities: [{ ...loe!, materials }, ...others] }, ...rest];
    const files = new Map([['materials/loe/Tööleht.pdf', new Uint8Array(aPdf('leht'))]]);
    await send(packed({ ...PROGRAMME, modules, files })).expect(200);
    const stored = async () =>
      (
        await app.database.query('SELECT materials FROM activities WHERE cohort_id = $1 AND slug = $2', [
          cohort.id,
          'loe',
        ])
      ).rows[0].materials;
    const before = await stored();
    expect(before).toMatchObject([{ url: 'https://a.example' }, { file: { name: 'Tööleht.pdf' } }]);
    const first = await exported();
    const { programme } = readProgramme(await unzip(first));
    expect(programme.modules).toEqual(modules);
    expect(Buffer.from([...(programme.files ?? [])][0]![1])).toEqual(aPdf('leht'));
    await send(first, '?replace=1').expect(200);
    expect(await stored()).toEqual(before);
    expect((await exported()).equals(first)).toBe(true);
  });

  it.each([
    ['a page called a picture', 'pilt.png', Buffer.from('<html></html>'), 'materials/loe/pilt.png'],
    ['a bomb', 'b.docx', aDocx({ 'word/a.xml': new Uint8Array(30 * 1024 * 1024) }), 'materials/loe/b.docx'],
    [
      'a document with macros',
      'm.docx',
      aDocx({ 'word/vbaProject.bin': new Uint8Array(2) }),
      'materials/loe/m.docx',
    ],
    [
      'a file that is not there',
      'puudub.pdf',
      undefined,
      'programme.yaml#/modules/0/activities/0/materials/0',
    ],
  ])('is refused whole for %s among its files', async (_, file, bytes, place) => {
    const [algus, ...rest] = PROGRAMME.modules;
    const [loe, ...others] = algus!.activities;
    const modules = [{ ...algus!, activities: [{ ...loe!, materials: [{ file }] }, ...others] }, ...rest];
    const files = new Map(bytes ? [[`materials/loe/${file}`, new Uint8Array(bytes)]] : []);
    const { body } = await send(packed({ ...PROGRAMME, modules, files })).expect(400);
    expect(body.code).toBe('archive-refused');
    expect(Object.keys(body.fields)[0]?.startsWith(place)).toBe(true);
    expect(await rows('modules')).toEqual([]);
  });

  it('of another system brings the files that are taken, and says of each other one why it stays behind', async () => {
    const files = (
      [
        ['leht.pdf', aPdf('leht')],
        ['pilt.jpg', aPng(3, 3)],
        ['arve.pdf', Buffer.from('<html><script>a()</script></html>')],
        ['makro.docx', aDocx({ 'word/vbaProject.bin': new Uint8Array(2) })],
        ['pomm.docx', aDocx({ 'word/a.xml': new Uint8Array(30 * 1024 * 1024) })],
        ['kava.exe', Buffer.from('MZ\x90\0\x03')],
        ['joonis.svg', Buffer.from('<svg onload="a()"/>')],
        ['suur.txt', randomBytes(26 * 1024 * 1024)],
        ['tühi.txt', Buffer.alloc(0)],
      ] as const
    ).map(([name, bytes], n) => ({ id: n + 1, component: 'mod_folder', area: 'content', name, bytes }));
    const course = backup(
      [
        {
          id: 9,
          section: 1,
          kind: 'folder',
          title: 'Kaust',
          own: { intro: '' },
          files: files.map(({ id }) => id),
        },
      ],
      { 1: { name: 'Algus' } },
      files,
    );
    const { body } = await send(mbz(course)).expect(200);
    expect(body).toMatchObject({ applied: true, modules: 1, activities: 1 });
    expect(body.leftOut).toEqual(
      [
        ['arve.pdf', 'file-disguised'],
        ['makro.docx', 'file-with-macros'],
        ['pomm.docx', 'file-broken'],
        ['kava.exe', 'file-kind'],
        ['joonis.svg', 'file-kind'],
        ['suur.txt', 'file-too-large'],
        ['tühi.txt', 'file-empty'],
      ].map(([name, why]) => ({ what: `Kaust: ${name}`, why })),
    );
    const { programme } = readProgramme(await unzip(await exported()));
    expect(programme.modules[0]?.activities[0]?.materials).toEqual([
      { file: 'leht.pdf' },
      { file: 'pilt.png' },
    ]);
    expect(Buffer.from([...(programme.files ?? [])][0]?.[1] ?? [])).toEqual(aPdf('leht'));
  });

  it('is refused whole where one thing is not right', async () => {
    const [algus] = PROGRAMME.modules;
    const attend = { id: 'k', kind: 'attend' as const, title: { et: 'Tule' }, instructions: {}, meeting: 3 };
    const wrong = { ...PROGRAMME, modules: [{ ...algus!, activities: [...algus!.activities, attend] }] };
    const { body } = await send(packed(wrong)).expect(400);
    expect(body).toMatchObject({ code: 'archive-refused' });
    expect(Object.keys(body.fields)).toEqual(['programme.yaml#/modules/0/activities/2/meeting']);
    expect(await rows('modules')).toEqual([]);
    await send(Buffer.from('%PDF-1.7')).expect(400);
    await send(Buffer.alloc(49 * 1024 * 1024)).expect(413);
  });

  it.each([
    ['maarja', 403, 200],
    ['marika', 403, 403],
    ['outsider', 404, 404],
    ['nobody', 401, 401],
  ])('open to %s with %i in and %i out', async (who, into, out) => {
    await send(packed(), '', who).expect(into);
    await exported(who, out);
  });
});
