import writeXlsxFile from 'write-excel-file/node';
import type { ReportCell, ReportTable } from './report-words';

const bold = (value: ReportCell) => ({ value, fontWeight: 'bold' as const });
/** A text is told as a text, so that a name beginning with = is no formula. */
const cell = (value: ReportCell) =>
  typeof value === 'number' ? { value, type: Number } : { value, type: String };

/** One sheet for each part of the report; what is counted is a number one can add up. */
export function reportXlsx(title: readonly string[], tables: readonly ReportTable[]): Promise<Buffer> {
  const sheets = tables.map(({ heading, heads, rows, note }, index) => ({
    sheet: `${index + 1} ${heading.replace(/[^\p{L}\p{N} ]/gu, '')}`.slice(0, 31).trim(),
    columns: heads.map((_, column) => ({ width: column === 0 ? 36 : 18 })),
    data: [
      ...(index === 0 ? title.map((line) => [bold(line)]) : []),
      [bold(heading)],
      heads.map(bold),
      ...rows.map((row) => row.map(cell)),
      ...(note ? [[cell(note)]] : []),
    ],
  }));
  return writeXlsxFile(sheets).toBuffer();
}
