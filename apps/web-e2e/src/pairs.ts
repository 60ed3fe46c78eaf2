type Dimensions = Record<string, readonly unknown[]>;
type Choice<D extends Dimensions> = { [K in keyof D]: D[K][number] };

function everyCombination<D extends Dimensions>(dimensions: D): Choice<D>[] {
  return Object.entries(dimensions).reduce<Record<string, unknown>[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  ) as Choice<D>[];
}

function pairsIn(row: Record<string, unknown>): string[] {
  const cells = Object.entries(row).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return cells.flatMap((first, at) => cells.slice(at + 1).map((second) => `${first}&${second}`));
}

/**
 * Few rows in which every value meets every value of the other dimensions at least once: most faults need
 * two things to meet, hardly any need four. With `full`, every combination there is.
 */
export function pairs<D extends Dimensions>(dimensions: D, { full = false } = {}): Choice<D>[] {
  const all = everyCombination(dimensions);
  if (full) return all;
  const missing = new Set(all.flatMap(pairsIn));
  const chosen: Choice<D>[] = [];
  while (missing.size > 0) {
    let best = all[0] as Choice<D>;
    let gain = 0;
    for (const row of all) {
      const adds = pairsIn(row).filter((pair) => missing.has(pair)).length;
      if (adds > gain) [best, gain] = [row, adds];
    }
    pairsIn(best).forEach((pair) => missing.delete(pair));
    chosen.push(best);
  }
  return chosen;
}
