import { inflateSync } from 'node:zlib';
import { orientationIn } from './orientation';

/** What a picture is, as far as a page and a paper need to know. */
export interface Picture {
  /** In points. */
  width: number;
  height: number;
  /** It has more than one frame. */
  moves: boolean;
  /** A PDF can hold it as it is, and whoever writes one unpacks no more than a picture of this size. */
  printable: boolean;
}

/** Looks into a PNG, JPEG or WebP; nothing where it is none, or not whole. */
export function pictureOf(bytes: Buffer): Picture | undefined {
  const seen = seenIn(bytes);
  return seen && seen.width > 0 && seen.height > 0 ? seen : undefined;
}

function seenIn(bytes: Buffer): Picture | undefined {
  try {
    if (bytes.toString('latin1', 1, 4) === 'PNG') return png(bytes);
    if (bytes.readUInt16BE(0) === 0xffd8) return jpeg(bytes);
    return bytes.toString('latin1', 8, 12) === 'WEBP' ? webp(bytes) : undefined;
  } catch {
    // Read past its end: what it says of itself is not so.
    return undefined;
  }
}

/** Channels by the kind of colour; a PNG of any other kind is none. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function png(bytes: Buffer): Picture | undefined {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [bits = 0, kind = 0, , , interlaced] = bytes.subarray(24, 29);
  const channels = CHANNELS[kind];
  if (!channels) return undefined;
  const packed: Buffer[] = [];
  const kinds = new Set<string>();
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const chunk = bytes.toString('latin1', at + 4, at + 8);
    kinds.add(chunk);
    if (chunk === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  // What the writer of PDFs takes apart point by point: nothing in passes, and transparency by the table of eight bits only.
  const seeThrough = kinds.has('tRNS');
  const known = bits === 8 ? !seeThrough || kind === 3 : bits < 8 && !seeThrough && channels === 1;
  const coloured = kind !== 3 || kinds.has('PLTE');
  const line = Math.ceil((width * channels * bits) / 8) + 1;
  return {
    width,
    height,
    moves: kinds.has('acTL'),
    printable: known && coloured && interlaced === 0 && unpacks(Buffer.concat(packed), line, height),
  };
}

/** Whether it unpacks to just so many lines, each beginning with the way it was packed in. */
function unpacks(packed: Buffer, line: number, height: number): boolean {
  if (line * height > 32 * 1024 * 1024) return false;
  try {
    const lines = inflateSync(packed, { maxOutputLength: line * height + 1 });
    if (lines.length !== line * height) return false;
    for (let at = 0; at < lines.length; at += line) if ((lines[at] ?? 9) > 4) return false;
    return true;
  } catch {
    return false;
  }
}

/** Turned as its EXIF says, and as browsers and the writer of PDFs turn it. */
function jpeg(bytes: Buffer): Picture | undefined {
  let turn = 1;
  for (let at = 2; bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xe1 && turn === 1) turn = orientationIn(bytes.subarray(at + 4));
    // Baseline, extended and progressive: what browsers and PDF readers know.
    if (marker < 0xc0 || marker > 0xc2) continue;
    const printable = bytes[at + 4] === 8 && [1, 3].includes(bytes[at + 9] ?? 0);
    const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
    const lies = turn > 4;
    return { width: lies ? height : width, height: lies ? width : height, moves: false, printable };
  }
  return undefined;
}

/** No PDF holds a WebP. */
function webp(bytes: Buffer): Picture | undefined {
  const still = (width: number, height: number, moves = false): Picture => ({
    width,
    height,
    moves,
    printable: false,
  });
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return still(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      const size = bytes.readUInt32LE(21);
      return still((size & 0x3fff) + 1, ((size >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return still(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1, (bytes.readUInt8(20) & 2) !== 0);
    default:
      return undefined;
  }
}
