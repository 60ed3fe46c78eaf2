import { Logger } from '@nestjs/common';
import { type OpenTx, Work } from './work';

/** Milliseconds between looks at what is to go. */
const ROUND = 5_000;

/** What a lease on a row is: nobody else takes it for a minute. */
export const due = (t: string): string =>
  `${t}.next_at <= now() AND (${t}.leased_until IS NULL OR ${t}.leased_until < now())`;

/** Leases the rows chosen by a statement that gives their ids, locked with SKIP LOCKED. */
export const leased = (table: string, chosen: string): string =>
  `UPDATE ${table} SET leased_until = now() + interval '60 seconds', attempts = attempts + 1 WHERE id IN (${chosen}) RETURNING *`;

/** Waits 10 s, 20 s, 40 s … an hour at most, by how often it was attempted. */
export const backoff = (attempts: string): string =>
  `least(interval '1 hour', interval '5 seconds' * 2 ^ least(${attempts}::int, 12))`;

/** After three days it is given up. */
export const stale = (t: string): string => `${t}.made_at < now() - interval '3 days'`;

/** What is taken from a pile and carried. */
export interface PileOf<T> {
  readonly name: string;
  /** Leases the next of what is due. */
  take(tx: OpenTx): Promise<T | undefined>;
  /** Carries it and settles it; false where there is no use in going on now. Must not take longer than the lease. */
  carry(taken: T): Promise<boolean>;
}

/** Carries what waits in a table, in any number of processes at once; each row is taken by one of them, at least once in all. */
export class Pile<T> {
  private readonly log: Logger;
  private round: NodeJS.Timeout | undefined;
  private going: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly work: Work,
    private readonly of: PileOf<T>,
    /** How many are carried side by side. */
    private readonly hands = 1,
  ) {
    this.log = new Logger(of.name);
  }

  /** Begins to look by the clock. */
  start(): void {
    this.round = setInterval(() => void this.deliver(), ROUND);
    this.round.unref();
  }

  /** No more rounds by the clock; what one asks for is still delivered. */
  rest(): void {
    clearInterval(this.round);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.rest();
    await this.going;
  }

  /** Delivers what is due; a second call joins the first. */
  deliver(): Promise<void> {
    this.going ??= this.all().finally(() => (this.going = undefined));
    return this.going;
  }

  private async all(): Promise<void> {
    await Promise.all(Array.from({ length: this.hands }, () => this.walk()));
  }

  private async walk(): Promise<void> {
    try {
      while (!this.closed) {
        const taken = await this.work.open((tx) => this.of.take(tx));
        if (taken === undefined || !(await this.of.carry(taken))) return;
      }
    } catch (error) {
      this.log.error(`What is to go waits: ${(error as { code?: string }).code ?? 'unknown'}`);
    }
  }
}
