import { once } from 'node:events';
import { createRequire } from 'node:module';
import { PassThrough, type Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import type { Block, Run } from './export-blocks';
import { entryBlocks, headBlocks } from './export-blocks';
import { wordsIn } from './export-words';
import type { OutgoingJournal } from './journal-export.service';

type Paper = PDFKit.PDFDocument;
type Part = PDFKit.PDFStructureElement;

const here = createRequire(import.meta.url);
const font = (name: string): string =>
  here.resolve(`@expo-google-fonts/literata/${name}/Literata_${name}.ttf`);
const FONTS = {
  plain: '400Regular',
  slanted: '400Regular_Italic',
  strong: '700Bold',
  both: '700Bold_Italic',
};
const SIZES = [0, 22, 16, 13, 12];
const SIZE = 11;
/** So much may wait for a slow reader before the next entry is written. */
const WAITING = 256 * 1024;

/** A tagged PDF: language, title, headings and paragraphs in the structure tree, so that a screen reader reads it in order. */
export function journalPdf(journal: OutgoingJournal): Readable {
  const title = `${wordsIn(journal.locale).journal}: ${journal.head.author.name}`;
  const paper = new PDFDocument({
    size: 'A4',
    margin: 64,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: journal.locale,
    displayTitle: true,
    info: { Title: title, Author: journal.head.author.name },
  });
  for (const [name, file] of Object.entries(FONTS)) paper.registerFont(name, font(file));
  const out = new PassThrough();
  paper.pipe(out);
  write(paper, journal, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function write(paper: Paper, journal: OutgoingJournal, out: PassThrough): Promise<void> {
  const root = paper.struct('Document');
  paper.addStructure(root);
  const section = (blocks: Iterable<Block>): void => {
    const part = paper.struct('Sect');
    root.add(part);
    for (const block of blocks) draw(paper, part, block);
    part.end();
  };
  section(headBlocks(journal));
  for await (const entry of journal.entries) {
    if (out.destroyed) return;
    if (paper.readableLength > WAITING) await once(out, 'drain');
    section(entryBlocks(entry, journal.locale));
  }
  root.end();
  paper.end();
}

function draw(paper: Paper, part: Part, block: Block): void {
  const runs =
    block.kind === 'item'
      ? [{ text: `${block.mark} `, strong: false, slanted: false }, ...block.runs]
      : block.runs;
  if (runs.every(({ text }) => text.trim() === '')) return;
  const level = block.kind === 'heading' ? block.level : 0;
  const type = level > 0 ? `H${level}` : block.kind === 'quote' ? 'BlockQuote' : 'P';
  const words = paper.struct(type, { lang: block.lang }, () => drawRuns(paper, runs, block));
  part.add(words);
  words.end();
}

function drawRuns(paper: Paper, runs: Run[], block: Block): void {
  const heading = block.kind === 'heading';
  const indent = block.kind === 'heading' ? 0 : 18 * Math.min(block.depth, 4);
  const left = paper.page.margins.left + indent;
  const width = paper.page.width - paper.page.margins.right - left;
  paper
    .moveDown(heading ? 1 : 0.5)
    .fontSize(heading ? (SIZES[block.level] ?? SIZE) : block.kind === 'aside' ? 9 : SIZE);
  paper.fillColor(block.kind === 'aside' ? '#5c5850' : '#1c1b19');
  const told = runs.map((run) => ({ ...run, text: run.href ? `${run.text} (${run.href})` : run.text }));
  for (const [index, { text, strong, slanted }] of told.entries()) {
    const bold = strong || heading;
    paper.font(bold && slanted ? 'both' : bold ? 'strong' : slanted ? 'slanted' : 'plain');
    const continued = index < told.length - 1;
    if (index === 0) paper.text(text, left, paper.y, { width, continued, lineGap: 3 });
    else paper.text(text, { width, continued, lineGap: 3 });
  }
}
