/** Something picked up from a list with the keyboard: where it was and where it would land, counted from 0. */
export interface Lift {
  id: string;
  from: number;
  to: number;
}

/** The list with one item taken from `from` and put at `to`. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item === undefined) return next;
  next.splice(to, 0, item);
  return next;
}

/** Where the arrow keys carry the lifted item; undefined where the key says nothing or the list ends. */
export function carried(lift: Lift, key: string, length: number): Lift | undefined {
  const to = { ArrowUp: lift.to - 1, ArrowDown: lift.to + 1, Home: 0, End: length - 1 }[key];
  if (to === undefined || to < 0 || to >= length || to === lift.to) return undefined;
  return { ...lift, to };
}
