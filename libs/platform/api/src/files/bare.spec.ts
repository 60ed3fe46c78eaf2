import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { makeBare } from './bare';
import { bareJpeg } from './bare-jpeg';
import { barePng } from './bare-png';
import { bareWebp } from './bare-webp';
import { FileRefused } from './file-refused';
import { exifOf, orientationIn } from './orientation';
import { pictureOf } from './picture';

/** Something of a picture: drawn or spoken. What is spoken carries a word that must not come through. */
interface Piece {
  drawn: boolean;
  bytes: Buffer;
}
const CANARY = 'kanaarilind 59.437 24.754';
const some = (most = 60) => fc.uint8Array({ maxLength: most }).map((bytes) => Buffer.from(bytes));
const spoken = some().map((bytes) => Buffer.concat([Buffer.from(CANARY), bytes]));
const turns = fc.integer({ min: 1, max: 8 });
/** As a camera writes it: who made it, how it is turned, and where. */
function exif(turn: number, little: boolean): Buffer {
  const tiff = Buffer.alloc(40);
  const short = (n: number, at: number) => (little ? tiff.writeUInt16LE(n, at) : tiff.writeUInt16BE(n, at));
  const long = (n: number, at: number) => (little ? tiff.writeUInt32LE(n, at) : tiff.writeUInt32BE(n, at));
  tiff.write(little ? 'II*\0' : 'MM\0*', 0, 'latin1');
  long(8, 4);
  short(2, 8);
  [0x010f, 2, 0x0112, 3].forEach((n, at) => short(n, 10 + Math.floor(at / 2) * 12 + (at % 2) * 2));
  [CANARY.length, 38].forEach((n, at) => long(n, 14 + at * 4));
  long(1, 26);
  short(turn, 30);
  return Buffer.concat([tiff, Buffer.from(CANARY)]);
}

function pngChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
const pngPieces = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom('IDAT', 'PLTE', 'tRNS', 'iCCP', 'gAMA', 'fcTL', 'fdAT'), some())
      .map(([kind, data]) => ({ drawn: true, bytes: pngChunk(kind, data) })),
    fc
      .tuple(fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt', 'dSIG', 'caBX'), spoken)
      .map(([kind, data]) => ({ drawn: false, bytes: pngChunk(kind, data) })),
  ),
  { maxLength: 12 },
);
const png = (pieces: readonly Piece[]): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', Buffer.alloc(13)),
    ...pieces.map(({ bytes }) => bytes),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
/** Points as they are packed, with places to begin anew between them. */
const scan = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0xffd0, max: 0xffd7 })), {
    maxLength: 80,
  })
  .map((all) => Buffer.from(all.flatMap((n) => (n > 255 ? [0xff, n & 0xff] : n === 255 ? [255, 0] : [n]))));
const after = (word: string) => some().map((data) => Buffer.concat([Buffer.from(word, 'latin1'), data]));
const jpegPieces = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom(0xdb, 0xc0, 0xc2, 0xc4, 0xdd), some())
      .map(([kind, data]) => ({ drawn: true, bytes: segment(kind, data) })),
    fc
      .tuple(some(10), scan)
      .map(([head, points]) => ({ drawn: true, bytes: Buffer.concat([segment(0xda, head), points]) })),
    after('ICC_PROFILE\0').map((data) => ({ drawn: true, bytes: segment(0xe2, data) })),
    fc
      .uint8Array({ minLength: 7, maxLength: 7 })
      .map((data) => ({ drawn: true, bytes: segment(0xee, Buffer.concat([Buffer.from('Adobe'), data])) })),
    fc
      .tuple(fc.oneof(fc.integer({ min: 0xe0, max: 0xef }), fc.constantFrom(0xfe, 0xf3)), spoken)
      .map(([kind, data]) => ({ drawn: false, bytes: segment(kind, data) })),
    fc
      .constantFrom('http://ns.adobe.com/xap/1.0/\0', 'Photoshop 3.0\0', 'MPF\0', 'JFXX\0')
      .chain((word) => spoken.map((data) => Buffer.concat([Buffer.from(word, 'latin1'), data])))
      .chain((data) => fc.constantFrom(0xe0, 0xe1, 0xe2, 0xed).map((kind) => segment(kind, data)))
      .map((bytes) => ({ drawn: false, bytes })),
  ),
  { maxLength: 12 },
);
const [BEGIN, END] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
const jpeg = (pieces: readonly Piece[]): Buffer =>
  Buffer.concat([BEGIN, ...pieces.map(({ bytes }) => bytes), END]);

function webpChunk(kind: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
const webpPieces = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom('VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ICCP'), some())
      .map(([kind, data]) => ({ drawn: true, bytes: webpChunk(kind, data) })),
    fc
      .tuple(fc.constantFrom('XMP ', 'note', 'ab\0c'), spoken)
      .map(([kind, data]) => ({ drawn: false, bytes: webpChunk(kind, data) })),
  ),
  { maxLength: 12 },
);
function webp(pieces: readonly Piece[], flags: number): Buffer {
  const head = Buffer.alloc(10, 1);
  head[0] = flags;
  const body = Buffer.concat([webpChunk('VP8X', head), ...pieces.map(({ bytes }) => bytes)]);
  const riff = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  riff.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([riff, body]);
}
const bare = (way: (bytes: Buffer) => Buffer[], bytes: Buffer): Buffer => Buffer.concat(way(bytes));
const drawnOf = (pieces: readonly Piece[]): Piece[] => pieces.filter(({ drawn }) => drawn);
/** With how it is turned put among the pieces: what was said of it, and what may stay. */
const between = (pieces: readonly Piece[], bytes: Buffer): Piece[] => [...pieces, { drawn: true, bytes }];

describe('a picture without what is said about it', () => {
  it('has all that is drawn, to the byte, and nothing else (PNG)', () => {
    fc.assert(
      fc.property(pngPieces, turns, fc.boolean(), (pieces, turn, little) => {
        const sent = png(between(pieces, pngChunk('eXIf', exif(turn, little))));
        const kept = turn > 1 ? between(drawnOf(pieces), pngChunk('eXIf', exifOf(turn))) : drawnOf(pieces);
        expect(bare(barePng, sent)).toEqual(png(kept));
        expect(bare(barePng, png(kept))).toEqual(png(kept));
      }),
    );
  });

  it('has all that is drawn, to the byte, and nothing else (JPEG)', () => {
    const said = (tiff: Buffer) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
    fc.assert(
      fc.property(jpegPieces, turns, fc.boolean(), (pieces, turn, little) => {
        // Behind its end a phone keeps a small film.
        const sent = Buffer.concat([jpeg(between(pieces, said(exif(turn, little)))), Buffer.from(CANARY)]);
        const kept = turn > 1 ? between(drawnOf(pieces), said(exifOf(turn))) : drawnOf(pieces);
        expect(bare(bareJpeg, sent)).toEqual(jpeg(kept));
        expect(bare(bareJpeg, jpeg(kept))).toEqual(jpeg(kept));
      }),
    );
  });

  it('has all that is drawn, to the byte, and nothing else (WebP)', () => {
    fc.assert(
      fc.property(webpPieces, turns, fc.boolean(), (pieces, turn, little) => {
        const sent = webp(between(pieces, webpChunk('EXIF', exif(turn, little))), 0x3c);
        const kept = drawnOf(pieces);
        const wanted =
          turn > 1 ? webp(between(kept, webpChunk('EXIF', exifOf(turn))), 0x38) : webp(kept, 0x30);
        expect(bare(bareWebp, sent)).toEqual(wanted);
        expect(bare(bareWebp, wanted)).toEqual(wanted);
      }),
    );
  });

  it('keeps no small picture of what it was before, and no word within a frame', () => {
    const thumbnail = Buffer.concat([
      Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02', 'latin1'),
      Buffer.alloc(12, 9),
    ]);
    const plain = Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1');
    const frame = (inner: Buffer[]) => webpChunk('ANMF', Buffer.concat([Buffer.alloc(16, 3), ...inner]));
    const points = webpChunk('VP8L', Buffer.from('odd'));
    expect(bare(bareJpeg, jpeg([{ drawn: true, bytes: segment(0xe0, thumbnail) }]))).toEqual(
      jpeg([{ drawn: true, bytes: segment(0xe0, plain) }]),
    );
    expect(
      bare(
        bareWebp,
        webp([{ drawn: true, bytes: frame([points, webpChunk('spot', Buffer.from(CANARY))]) }], 2),
      ),
    ).toEqual(webp([{ drawn: true, bytes: frame([points]) }], 2));
  });

  it('is refused where it is broken, and never faults', () => {
    const pictures = fc.oneof(
      pngPieces.map((pieces) => [barePng, png(pieces)] as const),
      jpegPieces.map((pieces) => [bareJpeg, jpeg(pieces)] as const),
      webpPieces.map((pieces) => [bareWebp, webp(pieces, 0xff)] as const),
    );
    const hurts = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
    fc.assert(
      fc.property(pictures, hurts, fc.nat(), ([way, whole], hurt, cut) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of hurt) bytes[12 + (at % bytes.length)] = byte;
        try {
          way(bytes.subarray(0, Math.max(12, bytes.length - (cut % 40))));
        } catch (error) {
          expect(error).toBeInstanceOf(FileRefused);
        }
      }),
      { numRuns: 500 },
    );
    const endless = Buffer.concat([
      BEGIN,
      ...Array.from({ length: 20_000 }, () => segment(0xfe, Buffer.alloc(0))),
      END,
    ]);
    expect(() => bareJpeg(endless)).toThrow(FileRefused);
    expect(() => barePng(png([{ drawn: true, bytes: pngChunk('CgBI', Buffer.alloc(4)) }]))).toThrow(
      FileRefused,
    );
  });

  it('is turned as it was, whatever else its EXIF says or hides', () => {
    for (const turn of [1, 6, 8]) expect(orientationIn(exif(turn, turn === 6))).toBe(turn);
    expect(orientationIn(exif(9, true))).toBe(1);
    fc.assert(fc.property(some(200), (bytes) => orientationIn(bytes) >= 1));
    const turned = jpeg([
      {
        drawn: false,
        bytes: segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(6, false)])),
      },
      {
        drawn: true,
        bytes: segment(0xc0, Buffer.from([8, 0, 40, 0, 90, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])),
      },
    ]);
    expect(pictureOf(bare(bareJpeg, turned))).toMatchObject({ width: 40, height: 90 });
  });

  it('is written down anew only where there was something to leave out', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'opiring-bare-'));
    const path = join(folder, 'picture');
    const plain = png([]);
    await writeFile(path, plain);
    expect(await makeBare(path, 'image/png')).toBeNull();
    await writeFile(path, png([{ drawn: false, bytes: pngChunk('tEXt', Buffer.from(CANARY)) }]));
    expect(await makeBare(path, 'image/png')).toMatchObject({ size: plain.length });
    expect(await readFile(path)).toEqual(plain);
    expect(await makeBare(path, 'text/plain')).toBeNull();
    await rm(folder, { recursive: true });
  });
});
