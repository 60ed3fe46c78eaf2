import type { PaperLanguage } from './certificate-words';
import type { ReportCell } from './report-words';

/** Between two columns. */
const GAP = 6;

/** Days as one reads them, on one line; the files for spreadsheets keep theirs. */
export function readable(cell: ReportCell, lang: PaperLanguage): string {
  const form = new Intl.DateTimeFormat(lang === 'et' ? 'et' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return String(cell).replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) =>
    form.format(new Date(`${day}T00:00:00Z`)).replaceAll(' ', '\u00a0'),
  );
}

/**
 * How wide each column is. The first carries words and takes what the others leave, a third at most; none of the others is
 * narrower than its longest word, so that no word breaks in two.
 */
export function columnsOf(
  rows: readonly (readonly string[])[],
  whole: number,
  widthOf: (word: string) => number,
): number[] {
  const count = rows[0]?.length ?? 0;
  if (count <= 2) return Array.from({ length: count }, () => whole / count);
  const needed = Array.from({ length: count - 1 }, (_, at) =>
    Math.max(...rows.flatMap((row) => (row[at + 1] ?? '').split(' ').map((word) => widthOf(word) + GAP + 1))),
  );
  const need = needed.reduce((sum, width) => sum + width, 0);
  const spare = Math.max(0, whole * 0.7 - need) / needed.length;
  const others = needed.map((width) => width + spare);
  return [whole - others.reduce((sum, width) => sum + width, 0), ...others];
}
