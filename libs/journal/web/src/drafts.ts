import { Injectable } from '@angular/core';
import type { DocumentNode } from '@opiring/contract/journal';
import type { Moment } from '@opiring/contract/values';
import { type DBSchema, type IDBPDatabase, deleteDB, openDB } from 'idb';

/** What a new entry is for; nothing where one writes freely. */
export interface Occasion {
  activityId?: string;
  questionId?: string;
  moment?: Moment;
}

/** A text this device holds until the server has it. */
export interface Draft {
  accountId: string;
  /** The entry's id, or `new:…` by its occasion until the server has given one. */
  key: string;
  cohortId: string;
  entryId: string | null;
  /** The revision the text was written upon. */
  revision: number | null;
  /** Makes the creation one deed, however often it is sent. */
  once: string;
  occasion: Occasion;
  title: string;
  body: DocumentNode;
  changedAt: string;
}

interface DraftSchema extends DBSchema {
  drafts: { key: [string, string]; value: Draft };
}

const NAME = 'opiring-drafts';
let database: Promise<IDBPDatabase<DraftSchema>> | undefined;

function open(): Promise<IDBPDatabase<DraftSchema>> {
  database ??= openDB<DraftSchema>(NAME, 1, {
    upgrade: (db) => void db.createObjectStore('drafts', { keyPath: ['accountId', 'key'] }),
    terminated: () => (database = undefined),
  });
  return database;
}

/** Texts kept on this device, by account and entry. Writes stand in line, so the last one wins. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private line: Promise<unknown> = Promise.resolve();

  get(accountId: string, key: string): Promise<Draft | undefined> {
    return this.inLine(async () => (await open()).get('drafts', [accountId, key]));
  }

  put(draft: Draft): Promise<void> {
    return this.inLine(async () => void (await (await open()).put('drafts', draft)));
  }

  drop(accountId: string, key: string): Promise<void> {
    return this.inLine(async () => (await open()).delete('drafts', [accountId, key]));
  }

  private inLine<T>(deed: () => Promise<T>): Promise<T> {
    const done = this.line.then(deed, deed);
    this.line = done.catch(() => undefined);
    return done;
  }
}

/** Leaves no text on this device: for signing out. A browser without storage has nothing to forget. */
export async function forgetDrafts(): Promise<void> {
  try {
    (await database)?.close();
    database = undefined;
    await deleteDB(NAME);
  } catch {
    database = undefined;
  }
}

export const newKey = ({ activityId, questionId, moment }: Occasion): string =>
  activityId ? `new:${activityId}` : questionId ? `new:${questionId}:${moment}` : 'new:';
