/** Each writing page keeps its text in a slot of its own, and holds the slot's lock for as long as it lives. */
const PREFIX = 'opiring-slot-';

export interface Slot {
  name: string;
  leave(): void;
}

/** Takes a slot, a new one or one whose page is gone; null where another page holds it. A browser without locks has one page. */
export function takeSlot(name: string = crypto.randomUUID()): Promise<Slot | null> {
  const free = { name, leave: () => undefined };
  if (typeof navigator === 'undefined' || !navigator.locks) return Promise.resolve(free);
  return new Promise((resolve) => {
    navigator.locks
      .request(PREFIX + name, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null);
        return new Promise<void>((leave) => resolve({ name, leave }));
      })
      .catch(() => resolve(free));
  });
}
