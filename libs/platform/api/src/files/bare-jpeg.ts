import { FileRefused } from './file-refused';
import { exifOf, orientationIn } from './orientation';

const MOST_SEGMENTS = 10_000;
const [SCAN, END] = [0xda, 0xd9];
/** From the first segment for applications to comments: none of it is drawn. */
const [FIRST_SPOKEN, LAST_SPOKEN] = [0xe0, 0xfe];

const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** A JPEG's segments without those that speak about it, up to its end: what rides behind is another file. */
export function bareJpeg(bytes: Buffer): Buffer[] {
  const kept = [bytes.subarray(0, 2)];
  let [at, turned] = [2, false];
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    if (bytes[at] !== 0xff) break;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return [...kept, bytes.subarray(at, at + 2)];
    const length = standsAlone(marker) ? 0 : at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    const segment = bytes.subarray(at, at + 2 + length);
    if (segment.length < 2 + length || (length < 2 && !standsAlone(marker))) break;
    at += segment.length;
    const turn: number = marker === 0xe1 && !turned ? turnOf(segment) : 1;
    turned ||= turn > 1;
    kept.push(...(turn > 1 ? [app1(exifOf(turn))] : drawn(marker, segment)));
    if (marker === SCAN) {
      const from = at;
      at = endOfScan(bytes, from);
      kept.push(bytes.subarray(from, at));
    }
  }
  throw new FileRefused('file-broken');
}

/** What of a segment the picture is drawn from: of those for applications, what tells how its colours are meant. */
function drawn(marker: number, segment: Buffer): Buffer[] {
  const says = (word: string): boolean => segment.toString('latin1', 4, 4 + word.length) === word;
  if (marker === 0xe0) return says('JFIF\0') && segment.length >= 18 ? [withoutThumbnail(segment)] : [];
  if (marker === 0xe2) return says('ICC_PROFILE\0') ? [segment] : [];
  if (marker === 0xee) return says('Adobe') && segment.length >= 16 ? [cut(segment, 16)] : [];
  return marker >= FIRST_SPOKEN && marker <= LAST_SPOKEN ? [] : [segment];
}

function turnOf(segment: Buffer): number {
  return segment.toString('latin1', 4, 10) === 'Exif\0\0' ? orientationIn(segment.subarray(4)) : 1;
}

/** Scans go on until a marker that is neither a stuffed byte nor a place to begin anew. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function cut(segment: Buffer, length: number): Buffer {
  if (segment.length === length) return segment;
  const shorter = Buffer.from(segment.subarray(0, length));
  shorter.writeUInt16BE(length - 2, 2);
  return shorter;
}

/** The small picture within the picture shows what the large one may no longer show. */
function withoutThumbnail(segment: Buffer): Buffer {
  const head = Buffer.from(cut(segment, 18));
  head.set([0, 0], 16);
  return head;
}

function app1(tiff: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, tiff.length + 8, ...Buffer.from('Exif\0\0', 'latin1')]);
  return Buffer.concat([head, tiff]);
}
