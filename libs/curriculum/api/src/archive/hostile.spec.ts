import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { ArchiveRefused } from './archive-refused';
import type { Files } from './programme';
import { readAny } from './read-any';
import { backup, type BackedUp, filesOf, mbz, tarEntry, tarOf } from './testing-backup';
import { unpack } from './unpack';
import { zip } from './zip';

const text = (words: string) => new TextEncoder().encode(words);
const page = (content: string, id = 1): BackedUp => ({
  id,
  section: 1,
  kind: 'page',
  title: `P${id}`,
  own: { content },
});
const refusal = async (deed: () => Promise<unknown>): Promise<string> => {
  try {
    await deed();
  } catch (error) {
    if (error instanceof ArchiveRefused)
      return Object.entries(error.fields ?? {})
        .flat(2)
        .join(' ');
    throw error;
  }
  throw new Error('was not refused');
};
const read = async (bytes: Buffer) => readAny(await unpack(bytes), 'et');
const tar = (...entries: Buffer[]) => gzipSync(tarOf(entries));

describe('an archive that means harm, or is broken', () => {
  it.each<[string, () => Buffer, RegExp]>([
    ['empty', () => Buffer.alloc(0), /empty/],
    ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\nxxxx', 'latin1'), /not a zip/],
    ['gzip over anything', () => gzipSync('tere'), /holds no tar/],
    ['half a gzip', () => mbz(backup([page('x')])).subarray(0, 900), /not a gzip/],
    [
      'half a tar',
      () => gzipSync(tarOf([tarEntry('a', text('x'.repeat(5_000)))]).subarray(0, 2_000)),
      /ends too early/,
    ],
    ['a tar without an end', () => gzipSync(tarEntry('a', text('x'))), /ends too early/],
    ['a bomb of zeros', () => gzipSync(Buffer.alloc(60 * 1024 * 1024)), /grows too much/],
    ['a tar that climbs out', () => tar(tarEntry('../../etc/passwd', text('x'))), /leads out/],
    ['a tar from the root', () => tar(tarEntry('/etc/passwd', text('x'))), /leads out/],
    ['a tar with a drive', () => tar(tarEntry('C:/x', text('x'))), /leads out/],
    ['a tar with a soft link', () => tar(tarEntry('a', undefined, '2')), /link or a device/],
    ['a tar with a hard link', () => tar(tarEntry('a', undefined, '1')), /link or a device/],
    ['a tar with a device', () => tar(tarEntry('a', undefined, '3')), /link or a device/],
    ['a tar with a pipe', () => tar(tarEntry('a', undefined, '6')), /link or a device/],
    ['a name twice', () => tar(tarEntry('a', text('1')), tarEntry('A', text('2'))), /there twice/],
    [
      'a long name that climbs out',
      () => tar(tarEntry('x', text('../x\0'), 'L'), tarEntry('a', text('x'))),
      /leads out/,
    ],
    ['a name without end', () => tar(tarEntry('x', text('a'.repeat(9_000)), 'L'), tarEntry('a')), /too long/],
    [
      'a wrong sum',
      () => gzipSync(Buffer.concat([Buffer.from(tarEntry('a')).fill(65, 0, 1), Buffer.alloc(1024)])),
      /not a tar/,
    ],
    [
      'six thousand files',
      () => tar(...Array.from({ length: 6_000 }, (_, n) => tarEntry(`f${n}`))),
      /more than 5000 files/,
    ],
    ['a zip of nothing known', () => zip(filesOf({ 'readme.txt': 'tere' })), /no programme of ours/],
  ])('%s is refused with one report', async (_, make, told) => {
    expect(await refusal(() => read(make()))).toMatch(told);
  });

  it.each<[string, (files: Files) => void, RegExp]>([
    [
      'entities that laugh',
      (files) =>
        files.set(
          'moodle_backup.xml',
          text(`<!DOCTYPE l [<!ENTITY a "${'b'.repeat(100)}">]><moodle_backup>&a;</moodle_backup>`),
        ),
      /entities/,
    ],
    [
      'an outer entity',
      (files) =>
        files.set(
          'files.xml',
          text('<!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/passwd">]><files>&x;</files>'),
        ),
      /entities/,
    ],
    [
      'a deep hole',
      (files) => files.set('moodle_backup.xml', text('<a>'.repeat(50_000))),
      /not XML|too large/,
    ],
    [
      'too many tags',
      (files) => files.set('moodle_backup.xml', text(`<m>${'<a/>'.repeat(310_000)}</m>`)),
      /too large/,
    ],
    [
      'a name that means something to JavaScript',
      (files) =>
        files.set(
          'moodle_backup.xml',
          text('<moodle_backup><__proto__><x>1</x></__proto__></moodle_backup>'),
        ),
      /not XML|no table/,
    ],
    [
      'an encoding nobody should read',
      (files) =>
        files.set('moodle_backup.xml', text('<?xml version="1.0" encoding="UTF-7"?><moodle_backup/>')),
      /encoding/,
    ],
    [
      'bytes that are no text',
      (files) => files.set('moodle_backup.xml', Uint8Array.of(60, 255, 254, 0, 1)),
      /not the text/,
    ],
  ])('a backup with %s is refused', async (_, spoil, told) => {
    const files = backup([{ id: 1, section: 1, kind: 'resource', title: 'F', files: [5] }]);
    spoil(files);
    expect(await refusal(() => readAny(files, 'et'))).toMatch(told);
  });

  it('with ten thousand activities is refused before any is read', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => page('x', n + 1));
    const files = backup(many.slice(0, 1));
    const head = Buffer.from(files.get('moodle_backup.xml') ?? []).toString();
    const [, one = ''] = /<activities>(.*)<\/activities>/.exec(head) ?? [];
    files.set(
      'moodle_backup.xml',
      text(
        head.replace(
          one,
          many
            .map(({ id }) => one.replace(/P1/, `P${id}`).replace('<moduleid>1<', `<moduleid>${id}<`))
            .join(''),
        ),
      ),
    );
    expect(await refusal(() => readAny(files, 'et'))).toMatch(/more than 2000 activities/);
  }, 60_000);

  it('with nesting that would take minutes to read gives its words alone, at once', async () => {
    const begun = performance.now();
    const deep = backup([
      page(`${'<div>'.repeat(30_000)}sügav`, 1),
      page(`${'<b>'.repeat(9_000)}paks`, 2),
      page('<'.repeat(150_000), 3),
    ]);
    const { programme } = await readAny(deep, 'et');
    expect(programme.modules[0]?.activities.map(({ instructions }) => instructions.et?.slice(0, 5))).toEqual([
      'sügav',
      'paks',
      '<<<<<',
    ]);
    expect(performance.now() - begun).toBeLessThan(20_000);
  }, 40_000);

  it('with one page told again and again is bounded by what is read, not by what is stored', async () => {
    const html = `<p>${'sõna '.repeat(30_000)}</p>`;
    const files = backup(Array.from({ length: 60 }, (_, n) => page(html, n + 1)));
    expect(await refusal(() => readAny(files, 'et'))).toMatch(/more text than can be taken/);
  }, 60_000);

  it('may be written in the encodings that XML knows', async () => {
    for (const [label, encode] of [
      ['UTF-16', (xml: string) => Buffer.concat([Buffer.of(255, 254), Buffer.from(xml, 'utf16le')])],
      ['ISO-8859-1', (xml: string) => Buffer.from(xml, 'latin1')],
      ['UTF-8', (xml: string) => Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(xml)])],
    ] as const) {
      const files = backup([page('<p>õ&auml;</p>')]);
      const path = 'activities/page_1/page.xml';
      const xml = Buffer.from(files.get(path) ?? [])
        .toString()
        .replace('UTF-8', label);
      files.set(path, encode(xml));
      const { programme } = await readAny(files, 'et');
      expect(programme.modules[0]?.activities[0]?.instructions.et).toBe('õä');
    }
  });

  it('whatever bytes they are, they come in or are refused', async () => {
    const whole = mbz(backup([page('<p>Tere</p>')]));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
        fc.nat(whole.length),
        fc.boolean(),
        async (spoilt, length, cut) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of spoilt) bytes[at] = value;
          await read(cut ? bytes.subarray(0, length) : bytes).catch((error: unknown) => {
            if (!(error instanceof ArchiveRefused)) throw error;
          });
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});
