import type { Tx } from '@opiring/platform/api';
import { TooMany } from './curriculum.errors';
import { type Placing, rearranged } from './draft-order';
import {
  PLACE_ACTIVITIES,
  PLACE_MODULES,
  STANDING_ACTIVITIES,
  STANDING_MODULES,
} from './draft-steps.queries';

const MOST = 200;
const SQL = {
  activities: { standing: STANDING_ACTIVITIES, place: PLACE_ACTIVITIES },
  modules: { standing: STANDING_MODULES, place: PLACE_MODULES },
} as const;

/** Something that takes a place under a parent, or leaves the one it has. */
export interface Move extends Placing {
  from: string;
  to: string;
  /** It stands nowhere any more. */
  leaves: boolean;
  /** It did not stand there before. */
  arrives: boolean;
}

/** Ranks what stands under each touched parent anew; two statements, however many there are. */
export async function place(tx: Tx, what: keyof typeof SQL, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const parents = [...new Set(moves.flatMap(({ from, to }) => [from, to]))];
  const rows = await tx.manager.query<{ id: string; parent: string }[]>(SQL[what].standing, [parents]);
  const moving = new Set(moves.map(({ id }) => id));
  const placed = parents.flatMap((parent) => {
    const here = rows.filter((row) => row.parent === parent).map(({ id }) => id);
    const coming = moves.filter(({ to, leaves }) => to === parent && !leaves);
    const order = rearranged(
      here.filter((id) => !moving.has(id)),
      coming,
    );
    if (order.length > MOST && coming.some(({ arrives }) => arrives)) throw new TooMany();
    return order.map((id, at) => ({ id, place: at }));
  });
  await tx.manager.query(SQL[what].place, [JSON.stringify(placed)]);
}
