import type { PoolClient } from 'pg';
import type { OpenTx } from './work';

/**
 * A large statement that is asked often: the connection plans it once and keeps the plan under its name. For a page of ten people
 * the planning is most of what it costs. The text of a name never varies; what does is a parameter.
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
  const { rows } = await client.query<T>({ name, text, values: [...values] });
  return rows;
}
