import { BadInput } from './domain-error';

/** Where a page of a list in order of time ended. */
export interface Place {
  /** As PostgreSQL wrote it, to the microsecond. */
  at: string;
  id: string;
}

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)\|([0-9a-f-]{36})$/;

/** An instant column as a place needs it. */
export const placeOf = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export const cursorOf = ({ at, id }: Place): string => Buffer.from(`${at}|${id}`).toString('base64url');

/** The place a cursor stands for; what no page gave out is bad input. */
export function placeAfter(cursor: string | undefined, field = 'after'): Place | undefined {
  if (cursor === undefined) return undefined;
  const [, at, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!at || !id) throw new BadInput({ [field]: ['is no cursor of this list'] });
  return { at, id };
}

/** A page from one row more than was asked for. */
export function pageOf<T extends { place: string; id: string }>(
  rows: T[],
  limit: number,
): { rows: T[]; next?: string } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return rows.length > limit && last
    ? { rows: kept, next: cursorOf({ at: last.place, id: last.id }) }
    : { rows: kept };
}
