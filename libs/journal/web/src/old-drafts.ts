import { type DBSchema, deleteDB, openDB } from 'idb';
import type { Draft } from './sync';

/** As drafts were kept before they were sealed: readable, one for each entry. */
type OldDraft = Omit<Draft, 'slot' | 'follows'>;
interface OldSchema extends DBSchema {
  drafts: { key: [string, string]; value: OldDraft };
}
const NAME = 'opiring-drafts';

/** Hands each readable text to `keep` and then leaves none of them; what could not be kept stays for another time. */
export async function moveOldDrafts(keep: (draft: Draft) => Promise<void>): Promise<void> {
  const there = indexedDB.databases ? await indexedDB.databases() : [{ name: NAME }];
  if (!there.some(({ name }) => name === NAME)) return;
  const move = async () => {
    const db = await openDB<OldSchema>(NAME, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('drafts', { keyPath: ['accountId', 'key'] }),
    });
    try {
      for (const old of await db.getAll('drafts')) {
        await keep({ ...old, slot: crypto.randomUUID(), follows: [] });
        await db.delete('drafts', [old.accountId, old.key]);
      }
    } finally {
      db.close();
    }
    // A tab of an older day may hold the store, empty now, for a while.
    void forgetOldDrafts();
  };
  await (navigator.locks ? navigator.locks.request('opiring-old-drafts', move) : move());
}

export const forgetOldDrafts = (): Promise<void> => deleteDB(NAME).catch(() => undefined);
