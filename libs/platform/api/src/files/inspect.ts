import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { FileRefused } from './file-refused';
import { checkPng, checkWebp } from './inspect-image';
import { inspectOffice } from './inspect-office';
import { endingOf, type FileType, isFileType, isKnownEnding } from './kinds';

/** Some names for the same thing. */
const SAME: Record<string, FileType> = { 'audio/x-m4a': 'audio/mp4', 'video/x-m4v': 'video/mp4' };
const MARKUP = /^\s*(<[!?a-z/]|#!)/i;
/** The end of a zip's directory; 64 KB of comment may stand behind it. */
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const ZIP_TAIL = 22 + 0xffff;

/**
 * What is in the file, whatever its name and the browser say. A name that says another thing than a kind we take is refused
 * with it, for somebody would click on it believing the one or the other.
 */
export async function inspect(path: string, size: number, name: string): Promise<FileType> {
  if (size === 0) throw new FileRefused('file-empty');
  const ending = endingOf(name);
  const file = await open(path);
  try {
    const head = await piece(file, 0, 4096);
    if (head.subarray(0, 2).toString('latin1') === 'PK') return speaks(await inspectOffice(path), ending);
    const found = (await fileTypeFromFile(path).catch(() => undefined))?.mime.split(';')[0];
    if (!found) return speaks(await inspectText(file, head, ending), ending);
    const type = SAME[found] ?? found;
    if (!isFileType(type)) throw new FileRefused(isKnownEnding(ending) ? 'file-disguised' : 'file-kind');
    await checkWhole(file, type, size);
    return speaks(type, ending);
  } finally {
    await file.close();
  }
}

/** A photo called .jpg that is a PNG is renamed; a picture called .exe or .html is sent by nobody who means well. */
function speaks(type: FileType, ending: string): FileType {
  const plain = type.startsWith('text/');
  if (ending && !isKnownEnding(ending)) throw new FileRefused('file-disguised');
  if (plain && ending && !['txt', 'md', 'markdown'].includes(ending)) throw new FileRefused('file-disguised');
  return type;
}

async function checkWhole(file: FileHandle, type: FileType, size: number): Promise<void> {
  const tail = await piece(file, Math.max(0, size - ZIP_TAIL), ZIP_TAIL);
  const end = tail.lastIndexOf(ZIP_END);
  // Something else may hold these four bytes; a directory's end says how long its comment is, up to the very end.
  if (end >= 0 && end + 22 <= tail.length && end + 22 + tail.readUInt16LE(end + 20) === tail.length)
    throw new FileRefused('file-disguised');
  if (type === 'application/pdf' && !tail.subarray(-4096).includes('%%EOF'))
    throw new FileRefused('file-broken');
  if (type === 'image/png') await checkPng(file, size);
  if (type === 'image/webp') await checkWebp(file, size);
}

/** Text has no mark of its own: it is whole UTF-8 without control characters, and does not begin like a page or a script. */
async function inspectText(file: FileHandle, head: Buffer, ending: string): Promise<FileType> {
  const refused = new FileRefused(isKnownEnding(ending) ? 'file-disguised' : 'file-kind');
  if (MARKUP.test(head.toString('utf8').replace(/^\ufeff/, ''))) throw refused;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of file.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>)
      if (/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(decoder.decode(chunk, { stream: true }))) throw refused;
    decoder.decode();
  } catch {
    throw refused;
  }
  return ending === 'md' || ending === 'markdown' ? 'text/markdown' : 'text/plain';
}

/** So many bytes from there, fewer at the end. */
export async function piece(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}
