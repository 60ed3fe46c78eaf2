import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Files } from './programme';
import { zip } from './zip';

/** For specs: files with texts, as an archive holds them. */
export const filesOf = (files: Record<string, string | Uint8Array>): Files =>
  new Map(
    Object.entries(files).map(([path, text]) => [
      path,
      typeof text === 'string' ? new TextEncoder().encode(text) : text,
    ]),
  );
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

export interface BackedUp {
  id: number;
  section: number;
  kind: string;
  title: string;
  /** Elements in the activity's own, their texts as they are read. */
  own?: Record<string, string>;
  /** XML beside those. */
  raw?: string;
  visible?: 0 | 1;
  availability?: string;
  files?: number[];
}

/** A file as `files.xml` lists it. */
export interface BackedFile {
  id: number;
  component: string;
  area: string;
  name: string;
  folder?: string;
  bytes?: Uint8Array | undefined;
  main?: boolean;
  /** In the place of the true one. */
  hash?: string;
}
const WORKSHEET: BackedFile = {
  id: 5,
  component: 'mod_resource',
  area: 'content',
  name: 'tööleht.pdf',
  bytes: Buffer.from('%PDF-1.4\n% tööleht\n%%EOF\n'),
};
const HANDED_IN: BackedFile = {
  id: 6,
  component: 'assignsubmission_file',
  area: 'submission_files',
  name: 'kanaarilind.docx',
  bytes: Buffer.from('kanaarilind'),
};
const sumOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex');
const placeOf = (bytes: Uint8Array): string => `files/${sumOf(bytes).slice(0, 2)}/${sumOf(bytes)}`;
const listed = ({ id, component, area, name, folder = '', bytes, main, hash }: BackedFile): string =>
  `<file id="${id}"><contenthash>${hash ?? sumOf(bytes ?? Buffer.from(name))}</contenthash><contextid>44</contextid><component>${component}</component><filearea>${area}</filearea><itemid>0</itemid><filepath>/${escaped(folder)}</filepath><filename>${escaped(name)}</filename><userid>7</userid><filesize>${bytes?.length ?? 0}</filesize><author>kanaarilind</author><sortorder>${main ? 1 : 0}</sortorder></file>`;
const inforef = (refs: readonly number[]): string =>
  `${XML}<inforef><userref><user><id>7</id></user></userref><fileref>${refs.map((ref) => `<file><id>${ref}</id></file>`).join('')}</fileref></inforef>`;

/** For specs: a Moodle course backup in the layout of its versions 3 and 4, people's data and all. */
export function backup(
  activities: BackedUp[],
  sections: Record<number, { name?: string; summary?: string; files?: number[] }> = { 0: {}, 1: {} },
  kept: BackedFile[] = [WORKSHEET, HANDED_IN],
): Files {
  const files: Record<string, string | Uint8Array> = {
    'users.xml': `${XML}<users><user id="7" contextid="70"><username>kanaarilind</username><email>kanaarilind@moodle.example</email></user></users>`,
    'completion.xml': `${XML}<completions/>`,
    'course/course.xml': `${XML}<course id="1" contextid="2"><fullname>Kursus</fullname></course>`,
  };
  files['files.xml'] = `${XML}<files>${kept.map(listed).join('')}</files>`;
  for (const { bytes } of kept) if (bytes) files[placeOf(bytes)] = bytes;
  for (const [n, { name, summary = '', files: refs = [] }] of Object.entries(sections)) {
    const sequence = activities.filter(({ section }) => section === Number(n)).map(({ id }) => id);
    files[`sections/section_${100 + Number(n)}/section.xml`] =
      `${XML}<section id="${100 + Number(n)}"><number>${n}</number><name>${name === undefined ? '$@NULL@$' : escaped(name)}</name><summary>${escaped(summary)}</summary><summaryformat>1</summaryformat><sequence>${sequence.join(',')}</sequence><visible>1</visible></section>`;
    files[`sections/section_${100 + Number(n)}/inforef.xml`] = inforef(refs);
  }
  for (const {
    id,
    kind,
    title,
    own = {},
    raw = '',
    section,
    visible = 1,
    availability,
    files: refs,
  } of activities) {
    const at = `activities/${kind}_${id}`;
    const inside = Object.entries(own).map(([tag, text]) => `<${tag}>${escaped(text)}</${tag}>`);
    files[`${at}/${kind}.xml`] =
      `${XML}<activity id="1" moduleid="${id}" modulename="${kind}" contextid="44"><${kind} id="1"><name>${escaped(title)}</name>${inside.join('')}${raw}</${kind}></activity>`;
    files[`${at}/module.xml`] =
      `${XML}<module id="${id}" version="2021051700"><modulename>${kind}</modulename><sectionid>${100 + section}</sectionid><visible>${visible}</visible><availability>${availability ?? '$@NULL@$'}</availability></module>`;
    files[`${at}/inforef.xml`] = inforef(refs ?? []);
    files[`${at}/grades.xml`] =
      `${XML}<activity_gradebook><grade><userid>7</userid><feedback>kanaarilind</feedback></grade></activity_gradebook>`;
  }
  const contents = activities.map(
    ({ id, kind, title, section }) =>
      `<activity><moduleid>${id}</moduleid><sectionid>${100 + section}</sectionid><modulename>${kind}</modulename><title>${escaped(title)}</title><directory>activities/${kind}_${id}</directory></activity>`,
  );
  const parts = Object.keys(sections).map(
    (n) =>
      `<section><sectionid>${100 + Number(n)}</sectionid><title>${n}</title><directory>sections/section_${100 + Number(n)}</directory></section>`,
  );
  files['moodle_backup.xml'] =
    `${XML}<moodle_backup><information><name>kursus.mbz</name><moodle_release>4.1</moodle_release><contents><activities>${contents.join('')}</activities><sections>${parts.join('')}</sections><course><courseid>2</courseid></course></contents></information></moodle_backup>`;
  return filesOf(files);
}

/** One header of a tar archive with what follows it. */
export function tarEntry(name: string, content: Uint8Array = new Uint8Array(), type = '0'): Buffer {
  const header = Buffer.alloc(512);
  header.write(name.slice(0, 100), 0);
  header.write('0000644\0', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(' '.repeat(8), 148);
  header.write(type, 156);
  header.write('ustar\0' + '00', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}
const END = Buffer.alloc(1024);
export const tarOf = (entries: Buffer[]): Buffer => Buffer.concat([...entries, END]);

/** A backup as Moodle packs it: gzip over tar, its index first; long names in the way of GNU. */
export function mbz(files: Files): Buffer {
  const entries = [...files].flatMap(([path, content]) => [
    ...(path.length > 100 ? [tarEntry('././@LongLink', Buffer.from(`${path}\0`), 'L')] : []),
    tarEntry(path, content),
  ]);
  const index = tarEntry('.ARCHIVE_INDEX', Buffer.from(`Moodle archive file index. Count: ${files.size}\n`));
  return gzipSync(tarOf([index, tarEntry('activities/', undefined, '5'), ...entries]), { level: 1 });
}
export const oldMbz = (files: Files): Buffer => zip(files);
