import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResult } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { Locale } from '@opiring/contract/values';
import type { Caller } from './caller';
import { DomainError, NotSignedIn } from './domain-error';
import { endOf } from './lastly';
import type { Idempotency } from './params';
import { type Membership, Viewer } from './viewer';

/** One transaction in which nobody is signed in. */
export interface OpenTx {
  readonly manager: EntityManager;
  readonly now: Date;
}
/** One transaction that belongs to a person: the database's row-level security knows whose it is. */
export interface Tx extends OpenTx {
  readonly viewer: Viewer;
}

interface SessionRow {
  sessionId: string;
  accountId: string;
  email: string;
  name: string;
  locale: Locale;
  admin: boolean;
  memberships: Membership[];
}

/**
 * Keeps for later requests how named statements are run, instead of thinking it over each time; see `prepared`. What is kept must be
 * good for a small cohort beside a large one, so it goes by index: a page read out of turn costs no more than one in turn, in memory
 * as on a solid-state disk.
 */
export const KEEPING_PLANS =
  'SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL random_page_cost = 1.1; ';
/** Thinks a named statement over each time, whatever plan was kept of it: right where it reads so much that thinking costs nothing. */
export const PLANNING_ANEW = 'SET LOCAL plan_cache_mode = force_custom_plan; ';
type Manner = '' | typeof KEEPING_PLANS | typeof PLANNING_ANEW;
/** Whether a transaction ends before the answer is given. */
type Commit = 'first' | 'later';

class KeyReused extends DomainError {
  constructor() {
    super('idempotency-key-reused', 422, 'This key was used for another request.');
  }
}

/** The unit of work: every service method is one of these. */
@Injectable()
export class Work {
  constructor(private readonly source: DataSource) {}

  /** Reads as the caller; throws NotSignedIn where the session is over. The answer need not wait for the end of the transaction. */
  read<T>(caller: Caller | undefined, deed: (tx: Tx) => Promise<T>, manner: Manner = ''): Promise<T> {
    return this.asCaller(caller, deed, manner, 'later');
  }

  /** Reads and writes as the caller, all or nothing. */
  write<T>(caller: Caller | undefined, deed: (tx: Tx) => Promise<T>, manner: Manner = ''): Promise<T> {
    return this.asCaller(caller, deed, manner, 'first');
  }

  private asCaller<T>(
    caller: Caller | undefined,
    deed: (tx: Tx) => Promise<T>,
    manner: Manner,
    commit: Commit,
  ): Promise<T> {
    if (!caller) throw new NotSignedIn();
    return this.transaction(async (runner) => {
      const viewer = await openSession(runner, caller, manner);
      return deed({ manager: runner.manager, now: new Date(), viewer });
    }, commit);
  }

  /** A transaction of nobody's: sign-in, the public page. */
  open<T>(deed: (tx: OpenTx) => Promise<T>): Promise<T> {
    return this.transaction(async (runner) => {
      await runner.startTransaction();
      return deed({ manager: runner.manager, now: new Date() });
    });
  }

  /** The deed begins the transaction; here it ends, for good or ill. */
  private async transaction<T>(
    deed: (runner: QueryRunner) => Promise<T>,
    commit: Commit = 'first',
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    let result: T;
    try {
      result = await deed(runner);
      if (commit === 'first') await end(runner);
    } catch (error) {
      await takeBack(runner);
      await runner.release();
      throw error;
    }
    if (commit === 'first') await runner.release();
    else void endLater(runner);
    return result;
  }

  /**
   * Creates once per Idempotency-Key. A retry renders what was created then, as it is now; the same key with
   * another request is refused. Two at once: the second waits for the first.
   */
  once<T>(
    caller: Caller | undefined,
    key: Idempotency | undefined,
    create: (tx: Tx) => Promise<string>,
    view: (tx: Tx, id: string) => Promise<T>,
  ): Promise<T> {
    return this.write(caller, async (tx) => {
      const earlier = key && (await claim(tx, key));
      if (earlier) return view(tx, earlier);
      const id = await create(tx);
      if (key) {
        await tx.manager.query(
          'UPDATE idempotency_keys SET created_id = $3 WHERE account_id = $1 AND key = $2',
          [tx.viewer.accountId, key.key, id],
        );
      }
      return view(tx, id);
    });
  }
}

/** What was read stands whatever becomes of the transaction; its connection is given back once it is free. */
async function endLater(runner: QueryRunner): Promise<void> {
  try {
    await end(runner);
  } catch {
    await takeBack(runner);
  } finally {
    await runner.release();
  }
}

const end = async (runner: QueryRunner): Promise<unknown> => endOf(runner) ?? runner.commitTransaction();

/** Waits for an end that is under way: a connection is given back without a transaction, whatever became of it. */
async function takeBack(runner: QueryRunner): Promise<void> {
  const over = endOf(runner) ?? (runner.isTransactionActive ? runner.rollbackTransaction() : undefined);
  await over?.catch(() => undefined);
}

/**
 * Begins the transaction and opens the session in one message, a round trip less for every request. Only without parameters can
 * two statements travel together: the hash is thirty-two bytes of our own making, and hexadecimal digits need no escape.
 */
async function openSession(runner: QueryRunner, { tokenHash }: Caller, manner: Manner): Promise<Viewer> {
  if (!Buffer.isBuffer(tokenHash) || tokenHash.length !== 32) throw new NotSignedIn();
  const client = (await runner.connect()) as PoolClient;
  // TypeORM counts the transactions it began itself, and must know of this one to end it.
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  const told: unknown = await client.query(
    `START TRANSACTION; ${manner}SELECT app.open_session('\\x${tokenHash.toString('hex')}'::bytea) AS who`,
  );
  const opened = (told as QueryResult<{ who: SessionRow | null }>[]).at(-1);
  const who = opened?.rows[0]?.who;
  if (!who) throw new NotSignedIn();
  const { sessionId, accountId, email, name, locale, admin, memberships } = who;
  return new Viewer(sessionId, accountId, email, name, locale, admin, memberships);
}

/** Takes the key for this transaction, or gives the id that an earlier request made with it. Keys live 30 days. */
async function claim(tx: Tx, { key, route, hash }: Idempotency): Promise<string | undefined> {
  const { accountId } = tx.viewer;
  await tx.manager.query(
    `DELETE FROM idempotency_keys WHERE account_id = $1 AND created_at < now() - interval '30 days'`,
    [accountId],
  );
  const taken = await tx.manager.query<{ key: string }[]>(
    `INSERT INTO idempotency_keys (account_id, key, route, request_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [accountId, key, route, hash],
  );
  if (taken.length > 0) return undefined;
  const [old] = await tx.manager.query<{ same: boolean; created_id: string }[]>(
    `SELECT route = $3 AND request_hash = $4 AS same, created_id FROM idempotency_keys WHERE account_id = $1 AND key = $2`,
    [accountId, key, route, hash],
  );
  if (!old?.same) throw new KeyReused();
  return old.created_id;
}
