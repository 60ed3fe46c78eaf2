import type { VersionSummaryView } from '@opiring/contract/journal';
import { NotFound, prepared, type Tx } from '@opiring/platform/api';
import { Entry, type EntryText } from './entry.entity';
import { OWN_TO_CHANGE, SAVE } from './entry.queries';
import { canChangeEntry } from './entry.policy';
import type { EntryRow } from './entry.view';
import { KEEP } from './version.queries';

type KeptFor = VersionSummaryView['keptFor'];

/** An own entry held for a change: its guarded self, and the row it came in, for the view. */
export interface HeldEntry {
  entry: Entry;
  row: EntryRow;
}

/** The viewer's own entry, locked. Anybody else's is not there; an author who left the cohort reads but changes nothing. */
export async function holdOwn(tx: Tx, id: string): Promise<HeldEntry> {
  const [row] = await prepared<EntryRow>(tx, 'journal-hold', OWN_TO_CHANGE, [id, tx.viewer.accountId]);
  if (!row) throw new NotFound();
  return { entry: Object.assign(new Entry(), row), row };
}

export async function holdToChange(tx: Tx, id: string, refusal: () => Error): Promise<HeldEntry> {
  const held = await holdOwn(tx, id);
  if (!canChangeEntry(tx.viewer, held.row)) throw refusal();
  return held;
}

export async function saveText(tx: Tx, { entry, row }: HeldEntry): Promise<void> {
  const { title, body, lang, revision, updatedAt, doneAt, writeId } = entry;
  const [saved] = await prepared<Pick<EntryRow, 'shares'>>(tx, 'journal-save', SAVE, [
    entry.id,
    title,
    JSON.stringify(body),
    lang,
    revision,
    updatedAt,
    doneAt,
    writeId,
  ]);
  Object.assign(row, { title, body, lang, revision, updatedAt, doneAt, ...saved });
}

/** The number under which a text is kept: the one that stands, or another that has no other place. */
export async function keep(tx: Tx, held: HeldEntry, keptFor: KeptFor, other?: EntryText): Promise<number> {
  const [kept] = await tx.manager.query<{ number: number }[]>(KEEP, [
    held.entry.id,
    keptFor,
    tx.now,
    other?.title ?? null,
    other ? JSON.stringify(other.body) : null,
    other?.lang ?? null,
  ]);
  if (!kept) throw new NotFound();
  held.row.version = Math.max(held.row.version, kept.number);
  return kept.number;
}
