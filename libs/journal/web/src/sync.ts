import type { ChangeEntry, DocumentNode, EntryView } from '@opiring/contract/journal';
import type { Moment } from '@opiring/contract/values';
import { sameDocument, tidy } from './document';

/** What a new entry is for; nothing where one writes freely. */
export interface Occasion {
  activityId?: string;
  questionId?: string;
  moment?: Moment;
}

export interface Words {
  title: string;
  body: DocumentNode;
}

/** A text this device holds until the server has it. */
export interface Draft extends Words {
  accountId: string;
  /** The entry's id, or `new:…` until the server has given one. */
  key: string;
  /** The page that writes it: two tabs never write over one another's copy. */
  slot: string;
  cohortId: string;
  entryId: string | null;
  /** The revision the text was written upon. */
  revision: number | null;
  /** Makes the creation one deed, however often it is sent; the entry's local name until then. */
  once: string;
  /** What the creation carried when first sent: sent again, it says the same. */
  first?: Words;
  /** Own saves upon `revision` whose answers have not come. */
  follows: string[];
  occasion: Occasion;
  changedAt: string;
}

/** As many as the server reads. */
const MOST = 50;

export const wordsOf = ({ title, body }: Words): Words => ({ title, body: tidy(body) });

export const sameWords = (one: Words, other: Words): boolean =>
  one.title === other.title && sameDocument(one.body, other.body);

/** One save about to go: the draft as it must be kept beforehand, so that a lost answer is known for what it is. */
export function departing(draft: Draft, writeId: string): Draft {
  if (!draft.entryId) return { ...draft, first: draft.first ?? wordsOf(draft) };
  return { ...draft, follows: [...draft.follows, writeId].slice(-MOST) };
}

export function changeOf(draft: Draft): ChangeEntry {
  const [writeId = '', ...before] = [...draft.follows].reverse();
  return { ...wordsOf(draft), writeId, ...(before.length > 0 && { follows: before.reverse() }) };
}

/** The draft after the server took a save. What was typed meanwhile stands upon it. */
export function arrived(now: Draft, entry: EntryView): Draft {
  const { first, ...rest } = now;
  // A creation answered late may show what was written elsewhere since: mine was written upon the first state only.
  const revision = first ? 1 : (entry.revision ?? now.revision);
  return { ...rest, key: entry.id, entryId: entry.id, revision, follows: [] };
}
