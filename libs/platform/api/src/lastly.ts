import type { Socket } from 'node:net';
import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { OpenTx } from './work';

/** Transactions whose end is under way with their last statements. */
const ending = new WeakMap<QueryRunner, Promise<unknown>>();

/** The end of a transaction, where it was sent for with its last statements. */
export const endOf = (runner: QueryRunner): Promise<unknown> | undefined => ending.get(runner);

const ignored = (): void => undefined;

/**
 * Asks the last of a unit of work: the statements `ask` begins with, and the transaction's end after them, are one message, which
 * spares a way to the database and back. None of them may wait for another, nothing may be asked of the transaction afterwards, and
 * what is thrown afterwards takes nothing back. A writing is still answered only once its end is certain.
 */
export async function lastly<T>({ manager }: OpenTx, ask: () => Promise<T>): Promise<T> {
  const runner = manager.queryRunner;
  if (!runner) return ask();
  const client = (await runner.connect()) as PoolClient & { connection?: { stream: Socket } };
  const stream = client.connection?.stream;
  stream?.cork();
  const told = Promise.resolve().then(ask);
  told.catch(ignored);
  // Whatever it begins with is asked for within this turn, and a tick comes after it.
  await new Promise((resolve) => process.nextTick(resolve));
  const end = client.query('COMMIT');
  end.catch(ignored);
  ending.set(runner, end);
  // TypeORM counts the transactions that are open, and must know that this one is not.
  Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
  stream?.uncork();
  return told;
}
