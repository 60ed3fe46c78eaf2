import { ArchiveRefused } from './archive-refused';
import { readAny } from './read-any';
import { backup, type BackedUp, mbz, oldMbz } from './testing-backup';
import { unpack } from './unpack';

const COURSE: BackedUp[] = [
  {
    id: 12,
    section: 1,
    kind: 'page',
    title: 'Mis on ring',
    own: {
      intro: '',
      content:
        '<h3>Ring</h3><p>Ring on <b>koht</b>.</p><script>bad()</script><p><a href="$@PAGEVIEWBYID*9@$">edasi</a> <a href="javascript:x">mujale</a> <img src="@@PLUGINFILE@@/ring.png" alt="Pilt ringist"></p>',
    },
  },
  {
    id: 13,
    section: 1,
    kind: 'url',
    title: 'Koduleht',
    own: { intro: '<p>Vaata</p>', externalurl: 'https://kogukonnaveeb.example/x' },
  },
  { id: 14, section: 1, kind: 'label', title: 'Lõik &amp; sõna', own: { intro: '<p>Tere tulemast</p>' } },
  { id: 15, section: 1, kind: 'resource', title: 'Tööleht', own: { intro: '' }, files: [5, 6] },
  {
    id: 16,
    section: 1,
    kind: 'forum',
    title: 'Tutvumine',
    own: { intro: '<p>Ütle tere</p>' },
    raw: '<discussions><discussion id="3"><name>kanaarilind</name><posts><post id="4"><userid>7</userid><message>kanaarilind</message></post></posts></discussion></discussions>',
  },
  {
    id: 17,
    section: 2,
    kind: 'assign',
    title: 'Kirjuta',
    own: { intro: '<p>Pool lehte</p>' },
    raw: '<submissions><submission id="1"><userid>7</userid><plugin><onlinetext>kanaarilind</onlinetext></plugin></submission></submissions>',
    visible: 0,
  },
  {
    id: 18,
    section: 2,
    kind: 'quiz',
    title: 'Test',
    own: { intro: '' },
    availability: '{"op":"&amp;","c":[{"type":"date"}]}',
  },
  {
    id: 19,
    section: 2,
    kind: 'book',
    title: 'Raamat',
    own: { intro: '' },
    raw: '<chapters><chapter id="2"><pagenum>2</pagenum><title>Teine</title><content>&lt;p&gt;B&lt;/p&gt;</content></chapter><chapter id="1"><pagenum>1</pagenum><title>A &amp; esimene</title><content>&lt;p&gt;A&lt;/p&gt;</content></chapter></chapters>',
  },
  { id: 20, section: 2, kind: 'scorm', title: 'Pakk' },
];
const SECTIONS = { 0: {}, 1: { name: 'Algus', summary: '<p>Miks <i>me</i> siin oleme</p>' }, 2: {} };

describe('a Moodle course backup', () => {
  it.each([
    ['as newer versions pack it', mbz],
    ['as older versions packed it', oldMbz],
  ])('%s comes in with a report', async (_, pack) => {
    const { programme, adapted, leftOut } = await readAny(await unpack(pack(backup(COURSE, SECTIONS))), 'et');
    expect(programme.modules.map(({ title, purpose }) => [title, purpose])).toEqual([
      [{ et: 'Algus' }, { et: 'Miks *me* siin oleme' }],
      [{ et: '2. teema' }, {}],
    ]);
    const told = programme.modules.flatMap(({ activities }) => activities);
    expect(
      told.map(({ kind, title, instructions, link, required }) => [
        kind,
        title.et,
        instructions.et,
        link,
        required,
      ]),
    ).toEqual([
      [
        'read',
        'Mis on ring',
        '### Ring\n\nRing on **koht**.\n\nedasi mujale Pilt ringist',
        undefined,
        undefined,
      ],
      ['read', 'Koduleht', 'Vaata', 'https://kogukonnaveeb.example/x', undefined],
      ['read', 'Lõik &amp; sõna', 'Tere tulemast', undefined, false],
      ['read', 'Tööleht', undefined, undefined, undefined],
      ['talk', 'Tutvumine', 'Ütle tere', undefined, undefined],
      ['reflect', 'Kirjuta', 'Pool lehte', undefined, false],
      ['survey', 'Test', undefined, undefined, undefined],
      ['read', 'Raamat', '## A & esimene\n\nA\n\n## Teine\n\nB', undefined, undefined],
    ]);
    expect(adapted).toEqual([
      { what: 'Lõik &amp; sõna', why: 'label-as-text' },
      { what: 'Tutvumine', why: 'forum-as-talk' },
      { what: 'Kirjuta', why: 'was-hidden' },
      { what: 'Test', why: 'test-as-survey' },
      { what: 'Test', why: 'conditions-left-out' },
      { what: 'Raamat', why: 'book-as-one' },
    ]);
    expect(leftOut).toEqual([
      { what: 'Üldine', why: 'empty-section' },
      { what: 'Pakk', why: 'unknown-kind' },
    ]);
  });

  it('brings nobody along: no name, no post, no submission, no grade, no file of theirs', async () => {
    const read = await readAny(backup(COURSE, SECTIONS), 'et');
    expect(JSON.stringify(read)).not.toContain('kanaarilind');
  });

  it('keeps no HTML, and nothing that would become some', async () => {
    const own = {
      intro: '',
      content: '<p>&lt;script&gt;a()&lt;/script&gt; 1 &lt; 2</p><iframe src="x"></iframe><object>y</object>',
    };
    const { programme } = await readAny(backup([{ id: 1, section: 1, kind: 'page', title: 'P', own }]), 'et');
    expect(programme.modules[0]?.activities[0]?.instructions.et).toBe('\\<script>a()\\</script> 1 < 2');
  });

  it('says what it could not find, and shortens what is too long', async () => {
    const files = backup([
      { id: 1, section: 1, kind: 'page', title: 'Kadunud' },
      { id: 2, section: 1, kind: 'page', title: 'Pikk', own: { content: `<p>${'sõna '.repeat(6_000)}</p>` } },
      { id: 3, section: 1, kind: 'url', title: 'Vale', own: { externalurl: 'javascript:alert(1)' } },
      { id: 4, section: 9, kind: 'page', title: 'Kodutu' },
    ]);
    files.delete('activities/page_1/page.xml');
    const { programme, adapted, leftOut } = await readAny(files, 'et');
    expect(programme.modules[0]?.activities).toHaveLength(2);
    expect(adapted).toEqual([
      { what: 'Pikk', why: 'shortened' },
      { what: 'Vale', why: 'no-address' },
    ]);
    expect(leftOut.map(({ what, why }) => [what, why])).toEqual(
      expect.arrayContaining([
        ['Kadunud', 'nothing-behind'],
        ['Kodutu', 'nothing-behind'],
      ]),
    );
  });

  it.each([
    ['no table of contents', { 'moodle_backup.xml': '<moodle_backup/>' }],
    [
      'entities',
      { 'moodle_backup.xml': '<!DOCTYPE m [<!ENTITY a "aaaa">]><moodle_backup>&a;</moodle_backup>' },
    ],
    [
      'entities in a page',
      { 'activities/page_12/page.xml': '<!DOCTYPE m SYSTEM "file:///etc/passwd"><activity/>' },
    ],
    ['half a section', { 'sections/section_101/section.xml': '<section><number>' }],
    ['no section', { 'sections/section_101/section.xml': '<other/>' }],
  ])('with %s is refused', async (_, wrong) => {
    const files = backup(COURSE, SECTIONS);
    for (const [path, text] of Object.entries(wrong)) files.set(path, new TextEncoder().encode(text));
    await expect(readAny(files, 'et')).rejects.toThrow(ArchiveRefused);
  });
});
