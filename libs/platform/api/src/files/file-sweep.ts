import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type OpenTx, Work } from '../work';
import { FileStore } from './file-store';

const HOUR = 3_600_000;
/** Longer than between keeping a file and the row that refers to it. */
const PATIENCE = 24 * HOUR;

/** Whoever refers to a file does so by a foreign key; so this page need not know them. */
const REFERRERS = `SELECT c.conrelid::regclass::text AS "table", quote_ident(a.attname) AS "column"
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.contype = 'f' AND c.confrelid = 'stored_files'::regclass`;
/** Two processes do not sweep the same file: the second passes over what the first holds. */
const ORPHAN = (
  referred: readonly string[],
): string => `SELECT f.hash FROM stored_files f WHERE f.claimed_at < $1
    ${referred.map((rows) => `AND NOT EXISTS (${rows})`).join(' ')} LIMIT 1 FOR UPDATE SKIP LOCKED`;

/** Removes files that nothing refers to any more. */
@Injectable()
export class FileSweep implements OnModuleDestroy {
  private readonly log = new Logger('Files');
  private readonly before: ((tx: OpenTx, now: Date) => Promise<void>)[] = [];
  private readonly round: NodeJS.Timeout;
  private going: Promise<unknown> | undefined;

  constructor(
    private readonly work: Work,
    private readonly store: FileStore,
  ) {
    this.round = setInterval(() => void this.sweep(), HOUR);
    this.round.unref();
  }

  /** What a context lets go of first. */
  first(deed: (tx: OpenTx, now: Date) => Promise<void>): void {
    this.before.push(deed);
  }

  /** Sweeps once; gives how many files went. A second call joins the first. */
  sweep(now = new Date()): Promise<number> {
    const going = this.walk(now).catch((error: unknown) => {
      this.log.error(`Files wait to be swept: ${error instanceof Error ? error.name : 'a fault'}`);
      return 0;
    });
    this.going = going;
    return going;
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.round);
    await this.going;
  }

  private async walk(now: Date): Promise<number> {
    const since = new Date(now.getTime() - PATIENCE);
    for (const deed of this.before) await this.work.open((tx) => deed(tx, now));
    let gone = 0;
    while (await this.work.open(({ manager }) => this.one(manager, since))) gone += 1;
    await this.store.tidy(since);
    return gone;
  }

  /** The row is held until the bytes are gone: whoever brings the same content meanwhile waits, and then keeps it anew. */
  private async one(manager: EntityManager, since: Date): Promise<boolean> {
    const referrers = await manager.query<{ table: string; column: string }[]>(REFERRERS);
    const referred = referrers.map(
      ({ table, column }) => `SELECT FROM ${table} r WHERE r.${column} = f.hash`,
    );
    const [orphan] = await manager.query<{ hash: string }[]>(ORPHAN(referred), [since]);
    if (!orphan) return false;
    await manager.query('DELETE FROM stored_files WHERE hash = $1', [orphan.hash]);
    await this.store.remove(orphan.hash);
    return true;
  }
}
