import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PlatformOptions, Work } from '@opiring/platform/api';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** Keeps other systems' secrets unreadable in the database; opened only as something is told. */
@Injectable()
export class Seals {
  private known: Promise<Buffer> | undefined;

  constructor(
    private readonly work: Work,
    private readonly options: PlatformOptions,
  ) {}

  /** Bound to its cohort: moved to another's row, it does not open. */
  async seal(secret: string, cohortId: string): Promise<Buffer> {
    const iv = randomBytes(IV);
    const cipher = createCipheriv(CIPHER, await this.key(), iv).setAAD(Buffer.from(cohortId));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  async open(sealed: Buffer, cohortId: string): Promise<string> {
    const opener = createDecipheriv(CIPHER, await this.key(), sealed.subarray(0, IV))
      .setAAD(Buffer.from(cohortId))
      .setAuthTag(sealed.subarray(IV, IV + TAG));
    return Buffer.concat([opener.update(sealed.subarray(IV + TAG)), opener.final()]).toString('utf8');
  }

  /** The installation's own key, or the one the database keeps; asked again where asking failed. */
  private key(): Promise<Buffer> {
    this.known ??= this.find().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  private find(): Promise<Buffer> {
    const { sealingKey } = this.options;
    if (sealingKey) return Promise.resolve(sealingKey);
    return this.work.open(async (tx) => {
      const [row] = await tx.manager.query<{ key: Buffer }[]>('SELECT app.sealing_key($1) AS key', [
        randomBytes(32),
      ]);
      if (!row) throw new Error('There is no sealing key.');
      return row.key;
    });
  }
}
