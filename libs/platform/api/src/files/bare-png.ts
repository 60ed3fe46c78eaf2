import { crc32 } from 'node:zlib';
import { FileRefused } from './file-refused';
import { exifOf, orientationIn } from './orientation';

const MOST_CHUNKS = 10_000;
/** What a picture is drawn from: its points, its colours, what shines through, and its frames. */
const DRAWN = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV mDCv cLLI cLLi bKGD acTL fcTL fdAT'.split(' '),
);
/** A chunk nobody may pass over begins with a capital letter; one we do not know cannot be drawn. */
const ESSENTIAL = /^[A-Z]/;

/** A PNG's chunks without those that speak about it. */
export function barePng(bytes: Buffer): Buffer[] {
  const kept = [bytes.subarray(0, 8)];
  let turned = false;
  for (let at = 8, count = 0; at < bytes.length; count++) {
    const length = at + 8 <= bytes.length ? bytes.readUInt32BE(at) : bytes.length;
    const chunk = bytes.subarray(at, at + 12 + length);
    if (chunk.length < 12 + length || count === MOST_CHUNKS) throw new FileRefused('file-broken');
    at += chunk.length;
    const kind = chunk.toString('latin1', 4, 8);
    const turn: number = kind === 'eXIf' && !turned ? orientationIn(chunk.subarray(8, -4)) : 1;
    turned ||= turn > 1;
    if (DRAWN.has(kind)) kept.push(chunk);
    else if (ESSENTIAL.test(kind)) throw new FileRefused('file-broken');
    else if (turn > 1) kept.push(chunkOf('eXIf', exifOf(turn)));
  }
  return kept;
}

function chunkOf(kind: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length);
  chunk.write(kind, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}
