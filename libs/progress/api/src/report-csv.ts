import type { ReportCell, ReportTable } from './report-words';

/** A text that a spreadsheet would run begins with an apostrophe, so that it stays a text; names are what people typed. */
const RUN = /^[\s\u200b\ufeff]*[=+\-@|%]|^[\t\r\n]/u;

/** One cell of a CSV: quoted where it must be, never a formula. A number is a number, also below nought. */
export function csvCell(cell: ReportCell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = RUN.test(cell) ? `'${cell}` : cell;
  return /[",;\n\r]/.test(safe) || safe !== cell ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a mark by which Excel knows UTF-8; a heading line before each part, an empty one after. */
export const reportCsv = (title: readonly string[], tables: readonly ReportTable[]): string =>
  '\uFEFF' +
  [
    ...title.map((line) => [line]),
    ...tables.flatMap(({ heading, heads, rows, note }) => [
      [],
      [heading],
      heads,
      ...rows,
      ...(note ? [[note]] : []),
    ]),
  ]
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n') +
  '\r\n';
