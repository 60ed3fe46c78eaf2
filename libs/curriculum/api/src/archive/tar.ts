import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import { refuse } from './archive-refused';
import type { Files } from './programme';
import { LIMITS, refusePath } from './zip';

const BLOCK = 512;
const LONGEST_NAME = 4096;
const inflate = promisify(gunzip);

/** A gzip's content, as far as it may grow. */
export async function ungzip(bytes: Buffer): Promise<Buffer> {
  const most = Math.min(
    LIMITS.bytes + LIMITS.files * 2 * BLOCK,
    Math.max(bytes.length * LIMITS.ratio, LIMITS.ratioFrom),
  );
  try {
    return await inflate(bytes, { maxOutputLength: most });
  } catch (error) {
    const grew = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw refuse('archive', grew ? 'grows too much when unpacked' : 'is not a gzip archive we can read');
  }
}

export const isTar = (bytes: Buffer): boolean =>
  bytes.length >= BLOCK && bytes.toString('latin1', 257, 262) === 'ustar';

/** The files of a tar archive: plain files and folders alone, each once, none outside. */
export function untar(bytes: Buffer): Files {
  const files: Files = new Map();
  const seen = new Set<string>();
  let longName: string | undefined;
  let total = 0;
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return files;
    const { name, size, type } = headOf(header);
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) throw refuse('archive', 'ends too early');
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L' || type === 'x') {
      longName = type === 'L' ? upToZero(content) : paxPath(content);
      continue;
    }
    if (type === 'g') continue;
    const path = (longName ?? name).replace(/^\.\//, '');
    longName = undefined;
    if (type === '5' || path === '' || path === '.') continue;
    if (type !== '0' && type !== '\0' && type !== '7')
      throw refuse(path, 'is a link or a device, not a file');
    refusePath(path, seen);
    total += size;
    if (files.size >= LIMITS.files) throw refuse('archive', `holds more than ${LIMITS.files} files`);
    if (total > LIMITS.bytes)
      throw refuse('archive', `is larger than ${LIMITS.bytes / 1024 / 1024} MB when unpacked`);
    files.set(path, content);
  }
  throw refuse('archive', 'ends too early');
}

function headOf(header: Buffer): { name: string; size: number; type: string } {
  const octal = (from: number, to: number): number => {
    const said = header.toString('latin1', from, to).replace(/[\0 ]/g, '');
    if (!/^[0-7]{1,11}$/.test(said)) throw refuse('archive', 'is not a tar archive we can read');
    return Number.parseInt(said, 8);
  };
  let sum = 8 * 32;
  header.forEach((byte, index) => (sum += index >= 148 && index < 156 ? 0 : byte));
  if (sum !== octal(148, 156)) throw refuse('archive', 'is not a tar archive we can read');
  const prefix = isPosix(header) ? upToZero(header.subarray(345, 500)) : '';
  const name = upToZero(header.subarray(0, 100));
  return {
    name: prefix ? `${prefix}/${name}` : name,
    size: octal(124, 136),
    type: header.toString('latin1', 156, 157),
  };
}

const isPosix = (header: Buffer): boolean => header.toString('latin1', 257, 263) === 'ustar\0';

function upToZero(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  if ((end === -1 ? bytes.length : end) > LONGEST_NAME)
    throw refuse('archive', 'has a name that is too long');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(end === -1 ? bytes : bytes.subarray(0, end));
  } catch {
    throw refuse('archive', 'has a name that is not UTF-8');
  }
}

/** `length path=…` out of an extended header; what else it says is of no use here. */
function paxPath(bytes: Buffer): string | undefined {
  if (bytes.length > 64 * 1024) throw refuse('archive', 'has a name that is too long');
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(32, at);
    const length = space === -1 ? NaN : Number(bytes.toString('latin1', at, space));
    if (!Number.isInteger(length) || length < 5 || at + length > bytes.length)
      throw refuse('archive', 'is not a tar archive we can read');
    const record = bytes.subarray(space + 1, at + length - 1);
    if (record.toString('latin1', 0, 5) === 'path=') return upToZero(record.subarray(5));
    at += length;
  }
  return undefined;
}
