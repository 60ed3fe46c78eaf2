import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileRefused } from './file-refused';
import type { FileType } from './kinds';

const MOST = { files: 5_000, bytes: 100 * 1024 * 1024, ratio: 200, ratioFrom: 1024 * 1024, said: 256 * 1024 };
/** Programs of any kind, and boxes that cannot be looked into. */
const PROGRAMS =
  /(^|\/)(vbaproject(signature)?[^/]*\.bin|activex\/.*|oleobject[^/]*|xl\/macrosheets\/.*)$|^(basic|scripts)\/|\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|jse|wsf|hta|jar|html?|svg|docm|dotm|xlsm|xltm|xlam|pptm|potm|ppsm|swf)$/i;

const KINDS: readonly [RegExp, FileType][] = [
  [
    /wordprocessingml\.document\.main\+xml/,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [/spreadsheetml\.sheet\.main\+xml/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [
    /presentationml\.(presentation|slideshow)\.main\+xml/,
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
];
const OPEN = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)$/;

/** What the two telling files of a document say. */
interface Told {
  mimetype: string;
  types: string;
  manifest: string;
}

/** A zip that is a document of an office program, looked into: no macros, no bombs, nothing locked. */
export async function inspectOffice(path: string): Promise<FileType> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
  } catch {
    throw new FileRefused('file-kind');
  }
  try {
    return kindOf(await lookThrough(zip));
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused('file-broken');
  } finally {
    zip.close();
  }
}

async function lookThrough(zip: ZipFile): Promise<Told> {
  if (zip.entryCount > MOST.files) throw new FileRefused('file-broken');
  const told: Told = { mimetype: '', types: '', manifest: '' };
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (PROGRAMS.test(entry.fileName)) throw new FileRefused('file-with-macros');
    if (entry.isEncrypted()) throw new FileRefused('file-locked');
    if (entry.fileName.endsWith('/')) continue;
    const { size, text } = await inflate(zip, entry, MOST.bytes - total);
    total += size;
    if (entry.fileName === 'mimetype') told.mimetype = text;
    if (entry.fileName === '[Content_Types].xml') told.types = text;
    if (entry.fileName === 'META-INF/manifest.xml') told.manifest = text;
  }
  return told;
}

/** Unpacks to nowhere and counts: what an entry says of its own size is not believed. */
async function inflate(zip: ZipFile, entry: Entry, room: number): Promise<{ size: number; text: string }> {
  const telling = /^(mimetype|\[Content_Types\]\.xml|META-INF\/manifest\.xml)$/.test(entry.fileName);
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += chunk.length;
    const grows = size > MOST.ratioFrom && size > entry.compressedSize * MOST.ratio;
    if (size > room || grows || (telling && size > MOST.said)) throw new FileRefused('file-broken');
    if (telling) kept.push(chunk);
  }
  return { size, text: Buffer.concat(kept).toString('utf8') };
}

function kindOf({ mimetype, types, manifest }: Told): FileType {
  if (/macroEnabled|vbaProject|activeX/i.test(types)) throw new FileRefused('file-with-macros');
  if (/encryption-data/i.test(manifest)) throw new FileRefused('file-locked');
  if (OPEN.test(mimetype)) return mimetype as FileType;
  const found = KINDS.find(([pattern]) => pattern.test(types));
  if (!found) throw new FileRefused('file-kind');
  return found[1];
}
