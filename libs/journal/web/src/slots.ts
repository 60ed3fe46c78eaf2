import { remember, remembered } from '@opiring/platform/web';

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

/** Texts go up by themselves in one tab at a time; a page that opens one waits until that is done, though not for ever. */
export async function whileNothingGoesUp(
  { orNotAtAll }: { orNotAtAll: boolean },
  deed: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  if (typeof navigator === 'undefined' || !navigator.locks) return deed();
  const how = orNotAtAll ? { ifAvailable: true } : { signal: AbortSignal.timeout(LONGEST) };
  const asked = navigator.locks.request('opiring-going-up', how, (lock) => (lock ? deed() : undefined));
  await (orNotAtAll ? asked : asked.catch(() => undefined));
}

const LONGEST = 5000;
const MOST = 30;
type Sent = [once: string, entryId: string][];

function sentBefore(): Sent {
  const kept: unknown = JSON.parse(remembered('sent') ?? '[]');
  return Array.isArray(kept) ? (kept as Sent) : [];
}

/** A text that went up by itself: its old address on this device still leads to it. */
export function rememberSent(once: string, entryId: string): void {
  remember('sent', JSON.stringify([...sentBefore(), [once, entryId]].slice(-MOST)));
}

export const sentAs = (once: string): string | undefined => sentBefore().find(([each]) => each === once)?.[1];
