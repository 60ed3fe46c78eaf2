import type { Block, Run } from './export-blocks';
import { entryBlocks, headBlocks } from './export-blocks';
import type { OutgoingJournal } from './journal-export.service';

/** Plain text that stays plain in every Markdown: no markup, no HTML, no list that was none. */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>&|~$^]/g, '\\$&')
    .split('\n')
    .map((line) =>
      line
        .trimStart()
        .replace(/^([-+=#:!]|\d+(?=[.)]))/, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`)),
    )
    .join('\\\n');

export async function* journalMarkdown(journal: OutgoingJournal): AsyncGenerator<string> {
  for (const block of headBlocks(journal)) yield blockMarkdown(block);
  for await (const entry of journal.entries) {
    yield '---\n\n';
    for (const block of entryBlocks(entry, journal.locale)) yield blockMarkdown(block);
  }
}

function blockMarkdown(block: Block): string {
  const words = block.runs.map(runMarkdown).join('');
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${oneLine(words)}\n\n`;
  if (block.kind === 'quote') return `> ${indented(words, '> ')}\n\n`;
  if (block.kind === 'aside') return `*${oneLine(words).trim()}*\n\n`;
  if (block.kind === 'paragraph') return `${words}\n\n`;
  const indent = '    '.repeat(Math.max(0, block.depth - 1));
  const mark = block.mark === '•' ? '-' : block.mark;
  return `${indent}${mark} ${indented(words, `${indent}    `)}\n\n`;
}

const oneLine = (words: string): string => words.replaceAll(/\\?\n/g, ' ');
const indented = (words: string, by: string): string => words.replaceAll('\n', `\n${by}`);

function runMarkdown({ text, strong, slanted, href }: Run): string {
  let words = text === '\n' ? '\\\n' : escapeMarkdown(text);
  // A mark holds only where no space stands beside it within.
  const marked = (sign: string): void => {
    words = words.replace(/^(\s*)([\s\S]*?\S)(\s*)$/, `$1${sign}$2${sign}$3`);
  };
  if (slanted) marked('*');
  if (strong) marked('**');
  return href ? `[${words}](<${href.replaceAll(/[<>\\\s]/g, encodeURIComponent)}>)` : words;
}
