import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { bareJpeg } from './bare-jpeg';
import { barePng } from './bare-png';
import { bareWebp } from './bare-webp';
import type { FileType } from './kinds';

const BARE: Partial<Record<FileType, (bytes: Buffer) => Buffer[]>> = {
  'image/png': barePng,
  'image/jpeg': bareJpeg,
  'image/webp': bareWebp,
};

/**
 * A picture is kept without what cameras and programs write into it: the place, the hour, the owner, a smaller picture of before
 * it was cut. Its points are not touched, and how it is turned stays. Rewrites the file where there was such a thing.
 */
export async function makeBare(path: string, type: FileType): Promise<{ hash: string; size: number } | null> {
  const bare = BARE[type];
  if (!bare) return null;
  const sent = await readFile(path);
  const kept = Buffer.concat(bare(sent));
  if (kept.equals(sent)) return null;
  await writeFile(path, kept, { flush: true });
  return { hash: createHash('sha256').update(kept).digest('hex'), size: kept.length };
}
