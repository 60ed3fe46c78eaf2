import { FileRefused } from './file-refused';
import { exifOf, orientationIn } from './orientation';

const MOST_CHUNKS = 10_000;
const DRAWN = new Set(['VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L']);
/** A frame begins with where it stands and how long; then come chunks again. */
const FRAME_HEAD = 16;
const [EXIF, XMP] = [0x08, 0x04];

interface Chunk {
  kind: string;
  data: Buffer;
}

/** A WebP's chunks without those that speak about it, of its frames too. */
export function bareWebp(bytes: Buffer): Buffer[] {
  const all = chunksOf(bytes.subarray(12, bytes.readUInt32LE(4) + 8));
  const exif = all.find(({ kind }) => kind === 'EXIF');
  const extended = all[0]?.kind === 'VP8X';
  const turn = exif && extended ? orientationIn(exif.data) : 1;
  const kept = all
    .filter(({ kind }) => DRAWN.has(kind))
    .map((chunk) => (chunk.kind === 'ANMF' ? frame(chunk) : chunk))
    .map((chunk) => (chunk.kind === 'VP8X' ? flagged(chunk, turn > 1) : chunk));
  if (turn > 1) kept.push({ kind: 'EXIF', data: exifOf(turn) });
  const body = kept.flatMap(written);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(
    body.reduce((sum, { length }) => sum + length, 4),
    4,
  );
  return [head, ...body];
}

function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = at + 8 <= bytes.length ? bytes.readUInt32LE(at + 4) : bytes.length;
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (data.length < length || chunks.length === MOST_CHUNKS) throw new FileRefused('file-broken');
    chunks.push({ kind: bytes.toString('latin1', at, at + 4), data });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function frame({ kind, data }: Chunk): Chunk {
  if (data.length < FRAME_HEAD) throw new FileRefused('file-broken');
  const within = chunksOf(data.subarray(FRAME_HEAD)).filter((chunk) => DRAWN.has(chunk.kind));
  return { kind, data: Buffer.concat([data.subarray(0, FRAME_HEAD), ...within.flatMap(written)]) };
}

/** The head says what there is: no XMP ever, EXIF only for how the picture is turned. */
function flagged({ kind, data }: Chunk, turned: boolean): Chunk {
  if (data.length < 10) throw new FileRefused('file-broken');
  const head = Buffer.from(data.subarray(0, 10));
  head[0] = ((head[0] ?? 0) & ~(EXIF | XMP)) | (turned ? EXIF : 0);
  return { kind, data: head };
}

function written({ kind, data }: Chunk): Buffer[] {
  const head = Buffer.alloc(8);
  head.write(kind, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return [head, data, Buffer.alloc(data.length % 2)];
}
