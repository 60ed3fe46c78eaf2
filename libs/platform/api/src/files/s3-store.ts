import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { type ByteRange, FileStore } from './file-store';
import { tidyFolder } from './folder-store';

export interface S3Options {
  bucket: string;
  /** Another service that speaks S3; without it, Amazon's own. */
  endpoint?: string | undefined;
  region: string;
  /** Without them, the surroundings' own credentials are used. */
  accessKeyId?: string | undefined;
  secretAccessKey?: string | undefined;
  /** What every key begins with. */
  prefix: string;
}
type Sdk = typeof import('@aws-sdk/client-s3');

const INCOMING = join(tmpdir(), 'opiring-incoming');
const isAway = (error: unknown): boolean =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404;

/** A bucket. A file is whole there or not at all, and the service checks its sum on arrival. */
export class S3Store extends FileStore {
  private constructor(
    private readonly sdk: Sdk,
    private readonly client: S3Client,
    private readonly options: S3Options,
  ) {
    super();
  }

  /** The client is large and loaded only where it is used. */
  static async open(options: S3Options): Promise<S3Store> {
    const sdk = await import('@aws-sdk/client-s3');
    const { endpoint, region, accessKeyId, secretAccessKey } = options;
    const client = new sdk.S3Client({
      region,
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    });
    return new S3Store(sdk, client, options);
  }

  async incoming(): Promise<string> {
    await mkdir(INCOMING, { recursive: true, mode: 0o700 });
    return join(INCOMING, randomUUID());
  }

  async keep(path: string, hash: string, size: number): Promise<void> {
    if ((await this.sizeOf(hash)) === size) return;
    const put = new this.sdk.PutObjectCommand({
      ...this.at(hash),
      Body: createReadStream(path),
      ContentLength: size,
      ChecksumSHA256: Buffer.from(hash, 'hex').toString('base64'),
    });
    await this.client.send(put);
  }

  async read(hash: string, range?: ByteRange): Promise<Readable | undefined> {
    const Range = range && `bytes=${range.from}-${range.to}`;
    try {
      const get = new this.sdk.GetObjectCommand({ ...this.at(hash), ...(Range && { Range }) });
      return (await this.client.send(get)).Body as Readable;
    } catch (error) {
      if (isAway(error)) return undefined;
      throw error;
    }
  }

  async remove(hash: string): Promise<void> {
    await this.client.send(new this.sdk.DeleteObjectCommand(this.at(hash)));
  }

  async tidy(before: Date): Promise<void> {
    await tidyFolder(INCOMING, before);
  }

  private async sizeOf(hash: string): Promise<number | undefined> {
    try {
      return (await this.client.send(new this.sdk.HeadObjectCommand(this.at(hash)))).ContentLength;
    } catch (error) {
      if (isAway(error)) return undefined;
      throw error;
    }
  }

  private at(hash: string): { Bucket: string; Key: string } {
    return { Bucket: this.options.bucket, Key: `${this.options.prefix}${hash}` };
  }
}
