import type { FileHandle } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
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

/** How large a picture is, in points. */
export interface Extent {
  width: number;
  height: number;
}

/** Width and height of a PNG or JPEG, or nothing where they cannot be told. */
export function extentOf(bytes: Buffer): Extent | undefined {
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG' && bytes.length > 33)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return undefined;
}

/** Whether what a PNG unpacks to is no more than a picture of its own width and height can be. */
export function unpacksHonestly(bytes: Buffer, { width, height }: Extent): boolean {
  const packed: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  // Four channels of two bytes, a byte a row, and as much again for the seven passes of an interlaced one.
  const most = (width * 8 + 1) * height + height * 8 + 1024;
  try {
    inflateSync(Buffer.concat(packed), { maxOutputLength: most });
    return true;
  } catch {
    return false;
  }
}
