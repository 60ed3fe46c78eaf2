/** Where something goes among its siblings: behind `after` (null: first) where that is there, else to `position`, else last. */
export interface Placing {
  id: string;
  position?: number;
  after?: string | null;
}

/** The siblings' new order. Places are meant as they are in the end, whatever order they are told in. */
export function rearranged(standing: readonly string[], placings: readonly Placing[]): string[] {
  const moving = new Set(placings.map(({ id }) => id));
  const order = standing.filter((id) => !moving.has(id));
  const last = Number.MAX_SAFE_INTEGER;
  const waiting = [...placings].sort((a, b) => (a.position ?? last) - (b.position ?? last));
  const put = ({ id, position, after }: Placing): void => {
    if (after === null) order.unshift(id);
    else if (after !== undefined && order.includes(after)) order.splice(order.indexOf(after) + 1, 0, id);
    else order.splice(Math.min(position ?? last, order.length), 0, id);
  };
  while (waiting.length > 0) {
    // A neighbour that is itself on its way is waited for; two that wait for each other go by their positions.
    const ready = waiting.findIndex(({ after }) => !waiting.some(({ id }) => id === after));
    const [next] = waiting.splice(Math.max(ready, 0), 1);
    if (next) put(next);
  }
  return order;
}
