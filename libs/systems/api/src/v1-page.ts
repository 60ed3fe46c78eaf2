import type { V1Page } from '@opiring/contract/v1';
import { BadInput } from '@opiring/platform/api';

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const LIMIT = 100;

/** Cursors by what they hold; to whoever sends them back they are words without meaning. */
const FORMS = { id: new RegExp(`^(${ID})$`), ids: new RegExp(`^(${ID})\\.(${ID})$`), seat: /^(\d{1,5})$/ };

/** Where a page begins and how long it is. */
export function placeOf(page: V1Page, form: keyof typeof FORMS): { limit: number; after: (string | null)[] } {
  const limit = page.limit ?? LIMIT;
  if (page.after === undefined) return { limit, after: [null, null] };
  const parts = FORMS[form].exec(Buffer.from(page.after, 'base64url').toString());
  if (!parts) throw new BadInput({ after: ['is no cursor of this list'] });
  return { limit, after: parts.slice(1) };
}

const cursorOf = (...parts: (string | number)[]): string =>
  Buffer.from(parts.join('.')).toString('base64url');

/** A page from one row more than was asked for, with where the next one begins. */
export function cut<T>(
  rows: readonly T[],
  limit: number,
  at: (row: T) => (string | number)[],
): { rows: T[]; next?: string } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return rows.length > limit && last ? { rows: kept, next: cursorOf(...at(last)) } : { rows: kept };
}
