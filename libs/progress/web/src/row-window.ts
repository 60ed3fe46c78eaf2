/** Up to so many rows all of them stand on the page; of more only those in sight. */
export const ALL_AT_ONCE = 40;
/** Rows kept ready above and below what is seen; the window moves in steps of so many. */
const SPARE = 4;
const STEP = 4;

/** Which rows are there: from the first to before the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}
/** A row by its ordinal, or a gap as high as so many rows. */
export type Slot = { readonly row: number } | { readonly gap: number; readonly before: number };

export function rangeOf(scrolled: number, height: number, rowHeight: number, total: number): Range {
  if (total <= ALL_AT_ONCE || rowHeight <= 0) return { from: 0, to: Math.min(total, ALL_AT_ONCE) };
  const seen = Math.ceil(height / rowHeight) + 2 * SPARE + STEP;
  const first = Math.floor(scrolled / rowHeight) - SPARE;
  const from = Math.max(0, Math.min(Math.floor(first / STEP) * STEP, total - seen));
  return { from, to: Math.min(total, from + seen) };
}

/** The rows one sees first, without any to spare: those can wait until the first have been seen. */
export function firstRange(height: number, rowHeight: number, total: number): Range {
  return { from: 0, to: Math.min(total, total <= ALL_AT_ONCE ? ALL_AT_ONCE : Math.ceil(height / rowHeight)) };
}

/** The rows in sight and the one that has the focus, wherever it stands; gaps in between keep the table as high as it is. */
export function slotsOf(total: number, { from, to }: Range, focused: number): Slot[] {
  const rows = Array.from({ length: Math.max(0, Math.min(to, total) - from) }, (_, at) => from + at);
  if (focused >= 0 && focused < Math.min(from, total)) rows.unshift(focused);
  else if (focused >= to && focused < total) rows.push(focused);
  const slots: Slot[] = [];
  let next = 0;
  for (const row of rows) {
    if (row > next) slots.push({ gap: row - next, before: row });
    slots.push({ row });
    next = row + 1;
  }
  if (total > next) slots.push({ gap: total - next, before: total });
  return slots;
}
