import { hashOf, type OpenTx, Work } from '@opiring/platform/api';
import { Injectable } from '@nestjs/common';
import { TooManyAttempts } from './identity.errors';

const PER_ACCOUNT = 10;
const PER_ADDRESS = 300;

/** Counts attempts in PostgreSQL, so that the limit holds on all instances together. */
@Injectable()
export class Attempts {
  constructor(private readonly work: Work) {}

  /** Counts one attempt for the subject and the address within 15 minutes; throws TooManyAttempts past the limit. */
  async count(subject: string, address: string): Promise<void> {
    const within = await this.work.open(async (tx) => {
      const account = await this.add(tx, `subject:${subject.toLowerCase()}`, PER_ACCOUNT);
      const place = await this.add(tx, `address:${address}`, PER_ADDRESS);
      return account && place;
    });
    if (!within) throw new TooManyAttempts();
  }

  /** Counts one request from a place that has a limit of its own, such as a public page asked from an address. */
  async countPlace(place: string): Promise<void> {
    if (!(await this.work.open((tx) => this.add(tx, `place:${place}`, PER_ADDRESS))))
      throw new TooManyAttempts();
  }

  private async add(tx: OpenTx, subject: string, limit: number): Promise<boolean> {
    const key = hashOf(subject);
    // One after the other per subject: a burst over several processes is counted whole.
    await tx.manager.query('SELECT pg_advisory_xact_lock($1)', [key.readInt32BE(0)]);
    const [row] = await tx.manager.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM sign_in_attempts WHERE subject = $1 AND at > now() - interval '15 minutes'`,
      [key],
    );
    if ((row?.n ?? 0) >= limit) return false;
    await tx.manager.query('INSERT INTO sign_in_attempts (subject) VALUES ($1)', [key]);
    if (key.readUInt8(0) === 0)
      await tx.manager.query(`DELETE FROM sign_in_attempts WHERE at < now() - interval '1 day'`);
    return true;
  }
}
