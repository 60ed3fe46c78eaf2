import type { Readable } from 'node:stream';

/** From which byte to which, both included. */
export interface ByteRange {
  from: number;
  to: number;
}

/** Where the bytes of files are. A file is named by the SHA-256 of what is in it: the same content is kept once, and never changes. */
export abstract class FileStore {
  /** A path for a file on its way in; nobody reads it there. */
  abstract incoming(): Promise<string>;
  /** Keeps what was written down there. When this returns, it survives a power cut. */
  abstract keep(path: string, hash: string, size: number): Promise<void>;
  /** Its bytes, or nothing where there is no such file. */
  abstract read(hash: string, range?: ByteRange): Promise<Readable | undefined>;
  /** Removes it for good; told again, it is gone already. */
  abstract remove(hash: string): Promise<void>;
  /** Clears away what has been on its way in for longer than any upload takes. */
  abstract tidy(before: Date): Promise<void>;
}
