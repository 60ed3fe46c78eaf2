import type { Readable } from 'node:stream';
import { type Zippable, zipSync } from 'fflate';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ArchiveRefused, refuse } from './archive-refused';
import type { Files } from './programme';

export const LIMITS = { files: 5_000, bytes: 64 * 1024 * 1024, ratio: 200, ratioFrom: 256 * 1024 };
/** The earliest day a zip can name: the same content is the same bytes, whenever it is written. */
const NO_DAY = new Date(1980, 0, 1);
const LINK = 0o120000;
const KIND = 0o170000;

/** The archive's files, or the one reason why it is not opened. */
export async function unzip(bytes: Buffer): Promise<Files> {
  try {
    const zip = await fromBufferPromise(bytes, {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    if (zip.entryCount > LIMITS.files) throw refuse('archive', `holds more than ${LIMITS.files} files`);
    return await filesOf(zip);
  } catch (error) {
    if (error instanceof ArchiveRefused) throw error;
    throw refuse('archive', `is not a zip archive we can read (${plain(error)})`);
  }
}

async function filesOf(zip: ZipFile): Promise<Files> {
  const files: Files = new Map();
  const seen = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName;
    refuseStrange(entry);
    refusePath(path, seen);
    if (path.endsWith('/')) continue;
    const content = await inflate(await zip.openReadStreamPromise(entry), entry, LIMITS.bytes - total);
    total += content.length;
    files.set(path, content);
  }
  return files;
}

/** No way out of the archive, and every name once, also where big and small letters are the same. */
export function refusePath(path: string, seen: Set<string>): void {
  const parts = path.split('/');
  if (/[\\\0]|^\/|^[a-z]:/i.test(path) || parts.includes('..') || parts.length > 40 || path.length > 1_000)
    throw refuse(path.slice(0, 200), 'leads out of the archive or is no path');
  const same = path.normalize('NFC').toLowerCase();
  if (seen.has(same)) throw refuse(path, 'is there twice');
  seen.add(same);
}

function refuseStrange(entry: Entry): void {
  const mode = entry.externalFileAttributes >>> 16;
  if ((mode & KIND) === LINK) throw refuse(entry.fileName, 'is a link, not a file');
  if (entry.isEncrypted()) throw refuse(entry.fileName, 'is locked with a password');
}

/** Counts while inflating: what an entry says of its own size is not believed. */
async function inflate(stream: Readable, entry: Entry, room: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > room) throw refuse('archive', `is larger than ${LIMITS.bytes / 1024 / 1024} MB when unpacked`);
    if (size > LIMITS.ratioFrom && size > entry.compressedSize * LIMITS.ratio)
      throw refuse(entry.fileName, 'grows too much when unpacked');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The files as a zip, the same for the same files. */
export function zip(files: Files): Buffer {
  const named: Zippable = {};
  for (const path of [...files.keys()].sort()) named[path] = files.get(path) ?? new Uint8Array();
  return Buffer.from(zipSync(named, { mtime: NO_DAY, level: 6 }));
}

const plain = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 120) : 'no reason given';
