import { createHash } from 'node:crypto';
import type { Block, Run } from './export-blocks';
import { entryBlocks, headBlocks } from './export-blocks';
import { wordsIn } from './export-words';
import type { OutgoingJournal } from './journal-export.service';

const STYLE =
  'body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;color:#1c1b19;background:#fff}' +
  'h1,h2,h3,h4{line-height:1.25}h2{margin-top:3rem}.aside{color:#5c5850;font-size:.9rem}' +
  'blockquote{margin-left:0;padding-left:1rem;border-left:3px solid #8a6a1f}.d1{margin-left:1.5rem}.d2{margin-left:3rem}' +
  '@media(prefers-color-scheme:dark){body{color:#ece8df;background:#1b1a18}.aside{color:#b5afa3}}';
const HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing in the file may run, fetch or send anything, wherever it is opened. */
export const HTML_POLICY = `default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'`;

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** One file that needs nothing beside it. */
export async function* journalHtml(journal: OutgoingJournal): AsyncGenerator<string> {
  const { locale, head } = journal;
  const title = escapeHtml(`${wordsIn(locale).journal}: ${head.author.name}`);
  yield (
    `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${HTML_POLICY}">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">` +
    `<title>${title}</title><style>${STYLE}</style></head>\n<body><main>\n`
  );
  for (const block of headBlocks(journal)) yield blockHtml(block);
  for await (const entry of journal.entries) {
    yield '<article>\n';
    for (const block of entryBlocks(entry, locale)) yield blockHtml(block);
    yield '</article>\n';
  }
  yield '</main></body></html>\n';
}

function blockHtml(block: Block): string {
  const words = block.runs.map(runHtml).join('');
  if (block.kind === 'heading') return `<h${block.level} lang="${block.lang}">${words}</h${block.level}>\n`;
  if (block.kind === 'quote') return `<blockquote lang="${block.lang}"><p>${words}</p></blockquote>\n`;
  if (block.kind === 'aside') return `<p class="aside" lang="${block.lang}">${words}</p>\n`;
  const depth = Math.min(block.depth, 2);
  const indent = depth > 0 ? ` class="d${depth}"` : '';
  if (block.kind === 'paragraph') return `<p${indent} lang="${block.lang}">${words}</p>\n`;
  // One item, one list: the mark counts on from where the text has it.
  const start = /^\d+/.exec(block.mark)?.[0];
  const [open, close] = start ? [`<ol start="${start}"`, '</ol>'] : ['<ul', '</ul>'];
  return `${open}${depth > 1 ? ` class="d${depth - 1}"` : ''}><li lang="${block.lang}">${words}</li>${close}\n`;
}

function runHtml({ text, strong, slanted, href }: Run): string {
  let html = escapeHtml(text).replaceAll('\n', '<br>');
  if (slanted) html = `<em>${html}</em>`;
  if (strong) html = `<strong>${html}</strong>`;
  return href ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer nofollow">${html}</a>` : html;
}
