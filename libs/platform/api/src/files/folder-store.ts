import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type ByteRange, FileStore } from './file-store';

const isAway = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A folder that all servers of an installation see. Half a file is never at its name: it is written elsewhere and renamed. */
export class FolderStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  async incoming(): Promise<string> {
    const folder = join(this.root, 'incoming');
    await mkdir(folder, { recursive: true, mode: 0o750 });
    return join(folder, randomUUID());
  }

  async keep(path: string, hash: string, size: number): Promise<void> {
    const target = this.pathOf(hash);
    const there = await stat(target).catch(() => undefined);
    if (there?.size === size) return;
    await mkdir(dirname(target), { recursive: true, mode: 0o750 });
    await rename(path, target);
    // The name is durable once its folder is, and the folder once the one above it is.
    for (const folder of [dirname(target), this.root]) await settle(folder);
  }

  async read(hash: string, range?: ByteRange): Promise<Readable | undefined> {
    try {
      const file = await open(this.pathOf(hash));
      return createReadStream('', { fd: file, ...(range && { start: range.from, end: range.to }) });
    } catch (error) {
      if (isAway(error)) return undefined;
      throw error;
    }
  }

  async remove(hash: string): Promise<void> {
    await rm(this.pathOf(hash), { force: true });
  }

  async tidy(before: Date): Promise<void> {
    await tidyFolder(join(this.root, 'incoming'), before);
  }

  private pathOf(hash: string): string {
    return join(this.root, hash.slice(0, 2), hash);
  }
}

async function settle(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

/** Removes what has lain in the folder since before that time. */
export async function tidyFolder(folder: string, before: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const there = await stat(path).catch(() => undefined);
    if (there && there.mtime < before) await rm(path, { force: true });
  }
}
