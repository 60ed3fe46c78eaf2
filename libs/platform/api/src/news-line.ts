import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Subject } from 'rxjs';
import { DomainError } from './domain-error';
import { PlatformOptions } from './platform.options';

const FIRST_WAIT = 200;
const LONGEST_WAIT = 10_000;

class NotListening extends DomainError {
  constructor() {
    super('not-listening', 503, 'News cannot be heard just now. Try again in a while.');
  }
}

/** This process's one listening connection to the database. Opened when first wanted; where it breaks, it is opened again. */
@Injectable()
export class NewsLine implements OnModuleDestroy {
  /** What the database told. */
  readonly heard = new Subject<object>();
  /** The line was broken for a while: something may have been missed. */
  readonly again = new Subject<void>();
  private readonly log = new Logger('News');
  private client: pg.Client | undefined;
  private heardFrom: number | undefined;
  private opening: Promise<void> | undefined;
  private retrying: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly options: PlatformOptions) {}

  /** The moment from which nothing was missed; none while the line is broken. */
  get since(): number | undefined {
    return this.client && this.heardFrom;
  }

  /** Resolves once the line listens; throws where it does not. */
  async ready(): Promise<void> {
    if (this.client) return;
    if (this.closed || this.retrying) throw new NotListening();
    this.opening ??= this.open().finally(() => (this.opening = undefined));
    await this.opening.catch(() => {
      throw new NotListening();
    });
  }

  /** Asks the database over the line itself; without an answer in time the line counts as broken. */
  async ask<T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> {
    const { client } = this;
    if (!client) return Promise.reject(new NotListening());
    try {
      return (await client.query<T>(sql, [...values])).rows;
    } catch (error) {
      this.lost(client);
      throw error;
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retrying);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.databaseUrl,
      application_name: 'opiring-news',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    try {
      await client.connect();
      await client.query('LISTEN opiring_news');
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    if (this.closed) await client.end();
    else [this.client, this.heardFrom] = [client, Date.now()];
  }

  /** Whoever has the database's password can tell anything; what is no news of ours is not passed on. */
  private hear(payload: string): void {
    try {
      const told: unknown = JSON.parse(payload);
      if (told !== null && typeof told === 'object') this.heard.next(told);
    } catch {
      this.log.warn('Something was told that is no news.');
    }
  }

  private lost(client: pg.Client): void {
    if (this.client !== client || this.closed) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    this.log.warn('The line for news broke and is opened again.');
    this.retry(FIRST_WAIT);
  }

  /** Several processes lose the same database at once; they do not all come back in the same moment. */
  private retry(wait: number): void {
    const spread = wait * (0.5 + Math.random());
    this.retrying = setTimeout(() => void this.reopen(wait), spread);
    this.retrying.unref();
  }

  private async reopen(wait: number): Promise<void> {
    try {
      await this.open();
      this.retrying = undefined;
      this.again.next();
    } catch {
      if (!this.closed) this.retry(Math.min(wait * 2, LONGEST_WAIT));
    }
  }
}
