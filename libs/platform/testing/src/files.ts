import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A true PNG of so many points, all of one colour. */
export function aPng(width = 2, height = 2, pixels = Buffer.alloc((width * 3 + 1) * height, 0)): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The least that is a PDF; `about` makes two of them differ. */
export const aPdf = (about = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n% ${about}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

/** The least that is a Word document, with what else is put into it. */
export function aDocx(more: Record<string, Uint8Array> = {}, type = 'document.main+xml'): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}"/></Types>`;
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(types),
      'word/document.xml': strToU8('<w:document/>'),
      ...more,
    }),
  );
}

/** The least that is an OpenDocument. */
export const anOdf = (kind = 'text', more: Record<string, Uint8Array> = {}): Buffer =>
  Buffer.from(
    zipSync({
      mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
      'content.xml': strToU8('<office:document-content/>'),
      ...more,
    }),
  );

/** An MP3 of silence: so many frames of 417 bytes. */
export function anMp3(frames = 12): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** The least that says it is a JPEG of so many points; nothing is to be seen on it. */
export function aJpeg(width = 64, height = 64): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const app0 = Buffer.from([0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app0, frame, Buffer.from([0xff, 0xd9])]);
}

/** A JPEG as a telephone writes it: how it is turned, where it was taken, and a film behind its end. */
export function aPhoto(width = 64, height = 64, { turn = 1 } = {}): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  [8, 1].forEach((n, at) => tiff.writeUInt32BE(n, [4, 14][at]));
  [1, 0x0112, 3, turn].forEach((n, at) => tiff.writeUInt16BE(n, [8, 10, 12, 18][at]));
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(aPhoto.place)]);
  const plain = aJpeg(width, height);
  const app1 = Buffer.from([0xff, 0xe1, 0, exif.length + 2, ...exif]);
  return Buffer.concat([
    plain.subarray(0, 20),
    app1,
    plain.subarray(20),
    Buffer.from(`film ${aPhoto.place}`),
  ]);
}
/** What must not come through. */
aPhoto.place = '59.4370N 24.7536E';

/** The least that says it is a WebP of so many points, of one frame or of several. */
export function aWebp(width = 64, height = 64, moves = false): Buffer {
  const head = Buffer.alloc(30);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(22, 4);
  head.write('WEBPVP8X', 8, 'latin1');
  head.writeUInt32LE(10, 16);
  head.writeUInt8(moves ? 2 : 0, 20);
  head.writeUIntLE(width - 1, 24, 3);
  head.writeUIntLE(height - 1, 27, 3);
  return head;
}
