const EXIF = 'Exif\0\0';
const ORIENTATION = 0x0112;
const SHORT = 3;

/** How a picture is turned, as its EXIF says: 1, upright, to 8. Upright where it says nothing one can follow. */
export function orientationIn(exif: Buffer): number {
  const tiff = exif.subarray(exif.toString('latin1', 0, 6) === EXIF ? 6 : 0);
  const order = tiff.toString('latin1', 0, 4);
  if (order !== 'II*\0' && order !== 'MM\0*') return 1;
  const little = order === 'II*\0';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  try {
    const list = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let at = list + 2, left = short(list); left > 0; at += 12, left--) {
      if (short(at) !== ORIENTATION) continue;
      const turn = short(at + 8);
      return turn >= 1 && turn <= 8 ? turn : 1;
    }
  } catch {
    // It leads past its own end.
  }
  return 1;
}

/** The least EXIF there is: how the picture is turned, and not a word more. */
export function exifOf(turn: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(ORIENTATION, 10);
  tiff.writeUInt16LE(SHORT, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(turn, 18);
  return tiff;
}
