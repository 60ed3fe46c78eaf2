import { NotFound, type Tx } from '@opiring/platform/api';
import { Entry } from './entry.entity';
import { OWN_TO_CHANGE } from './entry.queries';
import { canChangeEntry } from './entry.policy';
import type { EntryRow } from './entry.view';
import { KEEP, NEWEST } from './version.queries';

/** An own entry held for a change: its guarded self, and the row it came in, for the view. */
export interface HeldEntry {
  entry: Entry;
  row: EntryRow;
}

/** The viewer's own entry, locked. Anybody else's is not there; an author who left the cohort reads but changes nothing. */
export async function holdOwn(tx: Tx, id: string): Promise<HeldEntry> {
  const [row] = await tx.manager.query<EntryRow[]>(OWN_TO_CHANGE, [id, tx.viewer.accountId]);
  if (!row) throw new NotFound();
  return { entry: Object.assign(new Entry(), row), row };
}

export async function holdToChange(tx: Tx, id: string, refusal: () => Error): Promise<HeldEntry> {
  const held = await holdOwn(tx, id);
  if (!canChangeEntry(tx.viewer, held.row)) throw refusal();
  return held;
}

export async function saveText(tx: Tx, { entry, row }: HeldEntry): Promise<void> {
  const { title, body, lang, revision, updatedAt, doneAt } = entry;
  await tx.manager.query(
    'UPDATE entries SET title = $2, body = $3, lang = $4, revision = $5, updated_at = $6, done_at = $7 WHERE id = $1',
    [entry.id, title, JSON.stringify(body), lang, revision, updatedAt, doneAt],
  );
  Object.assign(row, { title, body, lang, revision, updatedAt, doneAt });
}

/** The number under which the text that stands is kept. */
export async function keep(tx: Tx, held: HeldEntry, keptFor: 'done' | 'share' | 'restore'): Promise<number> {
  const [kept] = await tx.manager.query<{ number: number }[]>(KEEP, [held.entry.id, keptFor, tx.now]);
  const [newest] = kept ? [kept] : await tx.manager.query<{ number: number }[]>(NEWEST, [held.entry.id]);
  const number = newest?.number ?? 0;
  held.row.version = number;
  return number;
}
