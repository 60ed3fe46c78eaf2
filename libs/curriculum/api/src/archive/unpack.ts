import { refuse } from './archive-refused';
import type { Files } from './programme';
import { isTar, untar, ungzip } from './tar';
import { unzip } from './zip';

/** The files of an archive, known by its first bytes and not by what it is called. */
export async function unpack(bytes: Buffer): Promise<Files> {
  if (bytes.length === 0) throw refuse('archive', 'is empty');
  if (isTar(bytes)) return atTop(untar(bytes));
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return atTop(await unzip(bytes));
  const content = await ungzip(bytes);
  if (!isTar(content)) throw refuse('archive', 'is packed with gzip, but holds no tar archive');
  return atTop(untar(content));
}

/** Packed as a folder, it is what is in the folder. Notes that computers leave in archives say nothing. */
function atTop(all: Files): Files {
  const files = new Map(
    [...all].filter(([path]) => !/(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\.ARCHIVE_INDEX$)/.test(path)),
  );
  const [top] = [...files.keys()].map((path) => path.split('/')[0]);
  const inOne = files.size > 0 && [...files.keys()].every((path) => path.startsWith(`${top}/`));
  if (!inOne || top === undefined || top === 'modules') return files;
  return new Map([...files].map(([path, bytes]) => [path.slice(top.length + 1), bytes]));
}
