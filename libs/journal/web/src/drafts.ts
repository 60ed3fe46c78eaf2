import { Injectable } from '@angular/core';
import { type DBSchema, type IDBPDatabase, deleteDB, openDB } from 'idb';
import { forgetOldDrafts, moveOldDrafts } from './old-drafts';
import { type Sealed, newSealingKey, seal, unseal } from './sealed';
import type { Draft, Occasion } from './sync';

export type { Draft, Occasion } from './sync';

interface Kept extends Sealed {
  accountId: string;
  slot: string;
}
interface DraftSchema extends DBSchema {
  drafts: { key: [string, string]; value: Kept };
  keys: { key: string; value: CryptoKey };
}
type Store = IDBPDatabase<DraftSchema>;

const NAME = 'opiring-writing';
let database: Promise<Store> | undefined;

function open(): Promise<Store> {
  database ??= openDB<DraftSchema>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore('drafts', { keyPath: ['accountId', 'slot'] });
      db.createObjectStore('keys');
    },
    // Another tab signs out: this one must not hold the store back.
    blocking: () => void database?.then((db) => db.close()).finally(() => (database = undefined)),
    terminated: () => (database = undefined),
  }).then(async (db) => {
    // Texts of the days before sealing are taken in first; where that fails, they wait where they are.
    await moveOldDrafts((draft) => keep(db, draft)).catch(() => undefined);
    return db;
  });
  database.catch(() => (database = undefined));
  return database;
}

/** The account's key; made where there is none yet. Of two tabs making one at once, the first one's stays. */
async function keyOf(db: Store, accountId: string): Promise<CryptoKey> {
  const known = await db.get('keys', accountId);
  if (known) return known;
  const made = await newSealingKey();
  const tx = db.transaction('keys', 'readwrite');
  const first = await tx.store.get(accountId);
  if (!first) await tx.store.put(made, accountId);
  await tx.done;
  return first ?? made;
}

async function keep(db: Store, draft: Draft): Promise<void> {
  const { accountId, slot } = draft;
  const sealed = await seal(await keyOf(db, accountId), slot, draft);
  await db.put('drafts', { accountId, slot, ...sealed });
}

interface Waiting {
  draft: Draft;
  done: Promise<void>;
}

/**
 * Texts kept on this device, sealed, by account and writing page. Deeds stand in line, so the last one wins; of the texts
 * that wait for their turn in one slot only the newest is written, so that fast typing is never behind itself.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private line: Promise<unknown> = Promise.resolve();
  private readonly waiting = new Map<string, Waiting>();

  all(accountId: string): Promise<Draft[]> {
    return this.inLine(async () => {
      const db = await open();
      const key = await db.get('keys', accountId);
      if (!key) return [];
      const range = IDBKeyRange.bound([accountId, ''], [accountId, '\uffff']);
      const kept = await db.getAll('drafts', range);
      const opened = await Promise.allSettled(kept.map((each) => unseal(key, each.slot, each)));
      return opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value as Draft] : []));
    });
  }

  put(draft: Draft): Promise<void> {
    const { slot } = draft;
    const before = this.waiting.get(slot);
    if (before) {
      before.draft = draft;
      return before.done;
    }
    const next: Waiting = { draft, done: Promise.resolve() };
    this.waiting.set(slot, next);
    next.done = this.inLine(async () => {
      const db = await open();
      if (this.waiting.get(slot) === next) this.waiting.delete(slot);
      await keep(db, next.draft);
    });
    return next.done;
  }

  drop(accountId: string, slot: string): Promise<void> {
    // What comes after the drop is not to be written before it.
    this.waiting.delete(slot);
    return this.inLine(async () => (await open()).delete('drafts', [accountId, slot]));
  }

  private inLine<T>(deed: () => Promise<T>): Promise<T> {
    const done = this.line.then(deed, deed);
    this.line = done.catch(() => undefined);
    return done;
  }
}

/** Leaves no text and no key on this device: for signing out. A browser without storage has nothing to forget. */
export async function forgetDrafts(): Promise<void> {
  try {
    (await database)?.close();
    database = undefined;
    await Promise.all([deleteDB(NAME), forgetOldDrafts()]);
  } catch {
    database = undefined;
  }
}

export const newKey = ({ activityId, questionId, moment }: Occasion): string =>
  activityId ? `new:${activityId}` : questionId ? `new:${questionId}:${moment}` : 'new:';
