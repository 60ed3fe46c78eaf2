import { createHash } from 'node:crypto';
import { refuse } from './archive-refused';
import type { FoundFile } from './found-files';
import { said } from './moodle-xml';
import type { Files } from './programme';
import { child, children, words, xmlAt } from './xml';

const MOST = 200;

/** Of what is a teacher's: introductions, contents, attachments of the activity itself. */
const AREAS = new Set([
  'intro',
  'introattachment',
  'content',
  'chapter',
  'page_contents',
  'mediafile',
  'activityattachment',
  'instructauthors',
]);

/** The course's own files in an activity; what people handed in is none of them. */
export const filesOfActivity = (files: Files, directory: string, kind: string): FoundFile[] =>
  filesAt(files, directory, (component, area) => component === `mod_${kind}` && AREAS.has(area));

/** The names of the files in what a section says of itself. */
export const filesOfSection = (files: Files, directory: string): string[] =>
  filesAt(files, directory, (component, area) => component === 'course' && area === 'section').map(
    ({ name }) => name,
  );

function filesAt(
  files: Files,
  directory: string,
  own: (component: string, area: string) => boolean,
): FoundFile[] {
  const mine = new Set(
    children(child(child(xmlAt(files, `${directory}/inforef.xml`), 'inforef'), 'fileref'), 'file').map(
      (file) => words(file, 'id'),
    ),
  );
  if (mine.size === 0) return [];
  return listed(files)
    .filter(({ id, component, area }) => mine.has(id) && own(component, area))
    .slice(0, MOST)
    .map(({ name, hash }) => ({ name, bytes: contentOf(files, hash) }));
}

interface Listed {
  id: string;
  component: string;
  area: string;
  /** With its folders, without those of nobody's making. */
  name: string;
  hash: string;
  /** The one that a resource opens with. */
  main: boolean;
}
const read = new WeakMap<Files, Listed[]>();

function listed(files: Files): Listed[] {
  const before = read.get(files);
  if (before) return before;
  const all = children(child(xmlAt(files, 'files.xml'), 'files'), 'file')
    .filter((file) => words(file, 'filename') !== '.')
    .map((file) => ({
      id: words(file, '@id'),
      component: words(file, 'component'),
      area: words(file, 'filearea'),
      name: `${said(file, 'filepath').replace(/^\/+/, '')}${words(file, 'filename')}`,
      hash: words(file, 'contenthash'),
      main: Number(said(file, 'sortorder')) > 0,
    }))
    .sort((one, other) => Number(other.main) - Number(one.main));
  read.set(files, all);
  return all;
}

const sound = new WeakSet<Uint8Array>();

/** Files lie under the SHA-1 of what is in them. One that says otherwise has been changed, and so may be the rest. */
function contentOf(files: Files, hash: string): Uint8Array | undefined {
  if (!/^[0-9a-f]{40}$/.test(hash)) return undefined;
  const path = `files/${hash.slice(0, 2)}/${hash}`;
  const bytes = files.get(path);
  if (!bytes || sound.has(bytes)) return bytes;
  if (createHash('sha1').update(bytes).digest('hex') !== hash)
    throw refuse(path, 'is not the file it was: its content does not fit its sum');
  sound.add(bytes);
  return bytes;
}
