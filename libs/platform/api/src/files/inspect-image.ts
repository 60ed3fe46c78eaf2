import type { FileHandle } from 'node:fs/promises';
import { FileRefused } from './file-refused';

const MOST_CHUNKS = 10_000;

async function read(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  if (bytesRead < length) throw new FileRefused('file-broken');
  return buffer;
}

/** A PNG is its chunks and nothing behind the last: no page and no archive rides along. */
export async function checkPng(file: FileHandle, size: number): Promise<void> {
  let at = 8;
  for (let count = 0; count < MOST_CHUNKS && at < size; count++) {
    const head = await read(file, at, 8);
    const [length, kind] = [head.readUInt32BE(0), head.toString('latin1', 4)];
    at += 12 + length;
    if (count === 0 && kind !== 'IHDR') break;
    if (kind === 'IEND') {
      if (at === size) return;
      break;
    }
  }
  throw new FileRefused('file-broken');
}

/** A WebP says how long it is. */
export async function checkWebp(file: FileHandle, size: number): Promise<void> {
  const said = (await read(file, 4, 4)).readUInt32LE(0) + 8;
  if (size !== said && size !== said + 1) throw new FileRefused('file-broken');
}
