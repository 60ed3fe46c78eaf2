import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Work } from '../work';
import { makeBare } from './bare';
import { FileRefused } from './file-refused';
import { type ByteRange, FileStore } from './file-store';
import { inspect } from './inspect';
import { type FileType, safeName } from './kinds';
import type { Sent } from './upload';

/** A file as it is kept: named by its content, with what it is and what to call it. */
export interface KeptFile {
  /** SHA-256 in hexadecimal digits. */
  hash: string;
  size: number;
  type: FileType;
  name: string;
}
export interface Wanted {
  /** In bytes. */
  most: number;
  types?: readonly FileType[];
}

/** Claimed before it is kept: what is claimed is safe from the sweep for a day, until something refers to it. */
const CLAIM = `INSERT INTO stored_files (hash, size, type) VALUES ($1, $2, $3)
  ON CONFLICT (hash) DO UPDATE SET claimed_at = now()`;

/** The front door to files: takes them in, looks at what they are, and gives them out. Who may, the caller knows. */
@Injectable()
export class Files {
  constructor(
    private readonly work: Work,
    private readonly store: FileStore,
  ) {}

  /** When this returns, the file is kept for good as soon as a row refers to its hash. What is refused leaves nothing. */
  async receive(sent: Sent, wanted: Wanted): Promise<KeptFile> {
    const path = await this.store.incoming();
    try {
      const written = await writeDown(sent, path, wanted.most);
      const type = await inspect(path, written.size, sent.name);
      if (wanted.types && !wanted.types.includes(type)) throw new FileRefused('file-kind');
      const { hash, size } = (await makeBare(path, type)) ?? written;
      await this.work.open((tx) => tx.manager.query(CLAIM, [hash, size, type]));
      await this.store.keep(path, hash, size);
      return { hash, size, type, name: safeName(sent.name, type) };
    } finally {
      await rm(path, { force: true });
    }
  }

  /** The same with bytes at hand. */
  receiveBytes(name: string, bytes: Uint8Array, wanted: Wanted): Promise<KeptFile> {
    return this.receive({ name, stream: Readable.from([bytes], { objectMode: false }) }, wanted);
  }

  /** Its bytes, or nothing where it is gone. */
  read(hash: string, range?: ByteRange): Promise<Readable | undefined> {
    return this.store.read(hash, range);
  }

  /** All of it at once: for what is small, or packed. */
  async bytes(hash: string): Promise<Buffer | undefined> {
    const stream = await this.store.read(hash);
    return stream && Buffer.concat(await stream.toArray());
  }
}

/** Measures on the way. What is too large is read to its end and thrown away, so that the sender hears why. */
async function writeDown({ stream, cut }: Sent, path: string, most: number) {
  const sum = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size > most) return done();
      sum.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(stream, measure, createWriteStream(path, { flags: 'wx', mode: 0o640, flush: true }));
  } catch (error) {
    throw isCutOff(error) ? new FileRefused('file-cut') : error;
  }
  if (size > most || cut?.()) throw new FileRefused('file-too-large');
  return { hash: sum.digest('hex'), size };
}

/** The sender went away, which is no fault of ours; a full disk is. */
const isCutOff = (error: unknown): boolean =>
  !(error instanceof Error) ||
  /^(ERR_STREAM_PREMATURE_CLOSE|ECONNRESET|FST_MP_.*)$/.test(String((error as { code?: unknown }).code)) ||
  /end of multipart data|Unexpected end/i.test(error.message);
