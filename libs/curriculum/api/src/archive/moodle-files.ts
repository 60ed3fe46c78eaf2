import type { Files } from './programme';
import { child, children, words, xmlAt } from './xml';

const MOST = 200;

/** The names of the course's own files in an activity; what people handed in is none of them. */
export function filesOfActivity(files: Files, directory: string): string[] {
  const mine = new Set(
    children(child(child(xmlAt(files, `${directory}/inforef.xml`), 'inforef'), 'fileref'), 'file').map(
      (file) => words(file, 'id'),
    ),
  );
  if (mine.size === 0) return [];
  return listed(files)
    .filter(({ id, own }) => own && mine.has(id))
    .map(({ name }) => name)
    .slice(0, MOST);
}

interface Listed {
  id: string;
  name: string;
  own: boolean;
}
const read = new WeakMap<Files, Listed[]>();
/** Of what is a teacher's: introductions, contents, attachments of the activity itself. */
const AREAS = new Set([
  'intro',
  'introattachment',
  'content',
  'chapter',
  'page_contents',
  'activityattachment',
]);

function listed(files: Files): Listed[] {
  const before = read.get(files);
  if (before) return before;
  const all = children(child(xmlAt(files, 'files.xml'), 'files'), 'file').map((file) => ({
    id: words(file, '@id'),
    name: words(file, 'filename'),
    own:
      /^mod_/.test(words(file, 'component')) &&
      AREAS.has(words(file, 'filearea')) &&
      words(file, 'filename') !== '.',
  }));
  read.set(files, all);
  return all;
}
