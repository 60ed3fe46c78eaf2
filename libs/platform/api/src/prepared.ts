import type { PoolClient } from 'pg';
import { endOf } from './lastly';
import type { OpenTx } from './work';

/**
 * A large statement that is asked often: the connection keeps it under its name, and where the unit of work says `KEEPING_PLANS`,
 * how it is run too: for a page of ten people the planning is most of what it costs. The text of a name never varies; what does is a
 * parameter. A kept plan must be good for any value of it, so such a statement says `$1 IS NULL OR …` of few rows at most: of
 * many it has a text and a name for each of the two.
 */
export async function prepared<T extends object>(
  { manager }: OpenTx,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<T[]> {
  // Outside a transaction there is no connection of one's own to keep a plan on.
  if (!manager.queryRunner) return manager.query<T[]>(text, [...values]);
  const client = (await manager.queryRunner.connect()) as PoolClient;
  if (endOf(manager.queryRunner)) throw new Error(`${name} was asked of a transaction that has ended.`);
  const { rows } = await client.query<T>({ name, text, values: [...values] });
  return rows;
}
