import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import type { PaperLanguage } from './certificate-words';
import { columnsOf, readable } from './report-columns';
import { drawLogos, type PaperLogo } from './paper-logos';
import type { ReportCell, ReportTable } from './report-words';

const here = createRequire(import.meta.url);
const font = (name: string): string =>
  here.resolve(`@expo-google-fonts/literata/${name}/Literata_${name}.ttf`);
const INK = '#14262A';
const JUNIPER = '#1B4D48';
const QUIET = '#55645F';
const LEFT = 56;
const FOOT = 64;

/** How a page says its number. */
const PAGE: Record<PaperLanguage, (page: number, of: number) => string> = {
  et: (page, of) => `lk ${page} / ${of}`,
  en: (page, of) => `page ${page} of ${of}`,
};
type Paper = PDFKit.PDFDocument;

/** Who stands behind the programme, said and shown at the end. */
export interface ReportPartners {
  words: string;
  logos: readonly PaperLogo[];
}

/** The report to read and to be read aloud: tagged headings and tables, its language, its title, its fonts inside. */
export function reportPdf(
  title: readonly string[],
  tables: readonly ReportTable[],
  lang: PaperLanguage,
  { words, logos }: ReportPartners,
): Readable {
  const paper = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 40, left: LEFT, right: LEFT },
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    lang,
    displayTitle: true,
    // Which page of how many is known when the last one is there.
    bufferPages: true,
    info: { Title: title.join(', ') },
  });
  paper.registerFont('plain', font('400Regular'));
  paper.registerFont('strong', font('600SemiBold'));
  const root = paper.struct('Document');
  paper.addStructure(root);
  const say = (tag: string, text: string, size: number, color: string, gap: number): void => {
    if (!text) return;
    room(paper, size * 3 + gap);
    const part = paper.struct(tag, {}, () => {
      paper
        .font(tag.startsWith('H') ? 'strong' : 'plain')
        .fontSize(size)
        .fillColor(color);
      paper.text(text, LEFT, paper.y + gap, { width: paper.page.width - 2 * LEFT });
    });
    root.add(part);
    part.end();
  };
  title.forEach((line, index) =>
    say(index ? 'P' : 'H1', readable(line, lang), index ? 11 : 26, index ? QUIET : JUNIPER, 4),
  );
  for (const { heading, heads, rows, note } of tables) {
    // A short table stays whole with its heading, a long one begins with a few rows of it.
    room(paper, Math.min(90 + rows.length * 24, 280));
    say('H2', heading, 15, JUNIPER, 22);
    if (rows.length) addTable(paper, root, [heads, ...rows], lang);
    say('P', note, 9.5, QUIET, 8);
  }
  say('P', words, 9.5, QUIET, 22);
  const height = 102;
  if (logos.length) room(paper, height);
  drawLogos(paper, root, logos, {
    x: LEFT,
    y: paper.y + 10,
    width: paper.page.width - 2 * LEFT,
    height,
  });
  root.end();
  number(paper, lang);
  paper.end();
  return paper as unknown as Readable;
}

/** At the foot of each page; whoever listens has no pages, so nothing is read aloud. */
function number(paper: Paper, lang: PaperLanguage): void {
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    paper.switchToPage(page);
    paper.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    paper.font('plain').fontSize(8.5).fillColor(QUIET);
    paper.text(PAGE[lang](page + 1, count), LEFT, paper.page.height - FOOT + 8, {
      width: paper.page.width - 2 * LEFT,
      align: 'right',
      lineBreak: false,
    });
    paper.endMarkedContent();
  }
}

/** What does not fit goes to the next page whole. */
function room(paper: Paper, height: number): void {
  if (paper.y + height > paper.page.height - FOOT) paper.addPage();
}

function addTable(
  paper: Paper,
  root: PDFKit.PDFStructureElement,
  rows: readonly (readonly ReportCell[])[],
  lang: PaperLanguage,
): void {
  const lines = rows.map((row) => row.map((cell) => readable(cell, lang)));
  paper.font('strong').fontSize(sizeOf(lines[0] ?? []));
  const columns = columnsOf(lines, paper.page.width - 2 * LEFT, (word) => paper.widthOfString(word));
  const table = paper.struct('Table');
  root.add(table);
  lines.forEach((line, at) => addRow(paper, table, line, columns, at ? 'TD' : 'TH'));
  table.end();
}

const sizeOf = (cells: readonly string[]): number => (cells.length > 5 ? 7.5 : 10);

function addRow(
  paper: Paper,
  table: PDFKit.PDFStructureElement,
  cells: readonly string[],
  columns: readonly number[],
  tag: 'TH' | 'TD',
): void {
  paper.font(tag === 'TH' ? 'strong' : 'plain').fontSize(sizeOf(cells));
  const widthOf = (column: number): number => (columns[column] ?? 0) - 6;
  const leftOf = (column: number): number =>
    columns.slice(0, column).reduce((sum, width) => sum + width, LEFT);
  const height = Math.max(
    ...cells.map((cell, column) => paper.heightOfString(cell, { width: widthOf(column) })),
  );
  room(paper, height + 6);
  paper.font(tag === 'TH' ? 'strong' : 'plain').fontSize(sizeOf(cells));
  const top = paper.y + 6;
  const row = paper.struct('TR');
  table.add(row);
  cells.forEach((cell, column) => {
    const part = paper.struct(column === 0 ? 'TH' : tag, scopeOf(tag, column) as never, () => {
      paper.fillColor(tag === 'TH' ? QUIET : INK);
      paper.text(cell || '–', leftOf(column), top, {
        width: widthOf(column),
      });
    });
    row.add(part);
    part.end();
  });
  row.end();
  paper.y = top + height;
}

/** A head is of its column; the first cell of a row is of its row. The types do not know yet of scopes. */
const scopeOf = (
  tag: 'TH' | 'TD',
  column: number,
): PDFKit.Mixins.StructureElementOptions & { scope?: 'Row' | 'Column' } =>
  tag === 'TH' ? { scope: 'Column' } : column === 0 ? { scope: 'Row' } : {};
