import { aPdf, aPng } from '@opiring/platform/testing';
import { ArchiveRefused } from './archive-refused';
import { readAny } from './read-any';
import { backup, type BackedFile, type BackedUp } from './testing-backup';

const pdf = aPdf('leht');
const png = aPng(4, 4);
const KEPT: BackedFile[] = [
  { id: 1, component: 'mod_folder', area: 'content', name: 'teine.pdf', folder: 'Lisad/', bytes: pdf },
  { id: 2, component: 'mod_folder', area: 'content', name: 'esimene.pdf', bytes: aPdf('üks'), main: true },
  {
    id: 3,
    component: 'mod_folder',
    area: 'content',
    name: 'Teine.pdf',
    folder: 'Muud/',
    bytes: aPdf('kaks'),
  },
  { id: 4, component: 'mod_folder', area: 'content', name: '.', folder: 'Lisad/' },
  { id: 5, component: 'mod_assign', area: 'introattachment', name: 'juhend.docx', bytes: Buffer.from('x') },
  {
    id: 6,
    component: 'assignsubmission_file',
    area: 'submission_files',
    name: 'kanaarilind.pdf',
    bytes: aPdf(),
  },
  { id: 7, component: 'mod_assign', area: 'intro', name: 'ring.png', bytes: png },
  { id: 8, component: 'mod_assign', area: 'introattachment', name: 'puudub.pdf' },
  { id: 9, component: 'course', area: 'section', name: 'päis.png', bytes: png },
  { id: 10, component: 'mod_forum', area: 'attachment', name: 'kanaarilind.png', bytes: png },
  {
    id: 11,
    component: 'mod_assign',
    area: 'intro',
    name: 'C:\\salaja\\..\u202efdp.\u0007töö*leht?.pdf',
    bytes: pdf,
  },
  { id: 12, component: 'mod_assign', area: 'intro', name: 'sügav.pdf', hash: '../../../etc/passwd' },
];
const COURSE: BackedUp[] = [
  { id: 21, section: 1, kind: 'folder', title: 'Kaust', own: { intro: '' }, files: [1, 2, 3, 4] },
  { id: 22, section: 1, kind: 'assign', title: 'Kirjuta', own: { intro: '' }, files: [5, 6, 7, 8, 11, 12] },
  { id: 23, section: 1, kind: 'forum', title: 'Räägi', own: { intro: '' }, files: [10] },
];
const course = (kept = KEPT) => backup(COURSE, { 0: {}, 1: { name: 'Algus', files: [9] } }, kept);

describe('the files of a Moodle course backup', () => {
  it('become materials of what they stood with, under clean names', async () => {
    const { programme, leftOut } = await readAny(course(), 'et');
    expect(programme.modules[0]?.activities.map(({ id, materials }) => [id, materials])).toEqual([
      [
        'kaust',
        [
          { file: 'esimene.pdf' },
          { title: { et: 'Lisad/teine.pdf' }, file: 'teine.pdf' },
          { title: { et: 'Muud/Teine.pdf' }, file: 'Teine 2.pdf' },
        ],
      ],
      [
        'kirjuta',
        [
          { file: 'juhend.docx' },
          { file: 'ring.png' },
          { title: { et: 'C:\\salaja\\..fdp.töö*leht?.pdf' }, file: 'fdp.tööleht.pdf' },
        ],
      ],
      ['raagi', undefined],
    ]);
    expect(programme.files?.get('materials/kaust/teine.pdf')).toEqual(new Uint8Array(pdf));
    expect([...(programme.files?.keys() ?? [])]).toHaveLength(6);
    expect(leftOut).toEqual([
      { what: 'Üldine', why: 'empty-section' },
      { what: 'Algus: päis.png', why: 'file-of-section' },
      { what: 'Kirjuta: puudub.pdf', why: 'file-missing' },
      { what: 'Kirjuta: sügav.pdf', why: 'file-missing' },
    ]);
  });

  it('are the course’s own: what people handed in and posted is not read', async () => {
    const read = await readAny(course(), 'et');
    expect(JSON.stringify([read.programme.modules, read.leftOut, [...(read.found ?? [])]])).not.toContain(
      'kanaarilind',
    );
  });

  it('are twenty with an activity, and the report names the others', async () => {
    const many = Array.from({ length: 25 }, (_, n) => ({
      id: n + 1,
      component: 'mod_folder',
      area: 'content',
      name: `${n + 1}.pdf`,
      bytes: aPdf(`${n}`),
    }));
    const refs = many.map(({ id }) => id);
    const files = backup(
      [{ id: 30, section: 1, kind: 'folder', title: 'Palju', own: { intro: '' }, files: refs }],
      { 1: {} },
      many,
    );
    const { programme, leftOut } = await readAny(files, 'et');
    expect(programme.modules[0]?.activities[0]?.materials).toHaveLength(20);
    expect(leftOut).toEqual(
      [21, 22, 23, 24, 25].map((n) => ({ what: `Palju: ${n}.pdf`, why: 'too-many-files' })),
    );
  });

  it('told again and again are bounded by what is looked at, not by what is stored', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024, 'a');
    const activities = Array.from({ length: 40 }, (_, n) => ({
      id: n + 1,
      section: 1,
      kind: 'resource',
      title: `T${n}`,
      own: { intro: '' },
      files: [1],
    }));
    const files = backup(activities, { 1: {} }, [
      { id: 1, component: 'mod_resource', area: 'content', name: 'suur.txt', bytes: large },
    ]);
    const { programme, leftOut } = await readAny(files, 'et');
    expect(programme.files?.size).toBe(6);
    expect(leftOut).toHaveLength(34);
  });

  it('refuse the backup where one is not what its sum says', async () => {
    const files = course();
    const [path = ''] = [...files.keys()].filter((name) => /^files\/../.test(name));
    files.set(path, Buffer.from('midagi muud'));
    const refused = await readAny(files, 'et').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ArchiveRefused);
    expect(Object.keys((refused as ArchiveRefused).fields ?? {})).toEqual([path]);
  });
});
