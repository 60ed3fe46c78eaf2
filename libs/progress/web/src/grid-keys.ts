export interface Cell {
  readonly row: number;
  readonly col: number;
}
/** Rows a page key passes. */
const PAGE = 10;

/** Where a key leads within a grid; nothing where it is not the grid's. Columns that are not shown are passed over. */
export function cellAfter(
  { key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  { row, col }: Cell,
  rows: number,
  shown: readonly number[],
): Cell | undefined {
  if (altKey || metaKey || rows === 0 || shown.length === 0) return undefined;
  const within = (to: number): number => Math.max(0, Math.min(to, rows - 1));
  const at = Math.max(0, shown.indexOf(col));
  const column = (to: number): number => shown[Math.max(0, Math.min(to, shown.length - 1))] ?? 0;
  switch (key) {
    case 'ArrowDown':
      return { row: within(row + 1), col };
    case 'ArrowUp':
      return { row: within(row - 1), col };
    case 'ArrowRight':
      return { row, col: column(at + 1) };
    case 'ArrowLeft':
      return { row, col: column(at - 1) };
    case 'PageDown':
      return { row: within(row + PAGE), col };
    case 'PageUp':
      return { row: within(row - PAGE), col };
    case 'Home':
      return { row: ctrlKey ? 0 : row, col: column(0) };
    case 'End':
      return { row: ctrlKey ? rows - 1 : row, col: column(shown.length - 1) };
    default:
      return undefined;
  }
}
