import TurndownService from 'turndown';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { refuse } from './archive-refused';

const LONGEST = { html: 200_000, text: 20_000 };
/** Deeper than any page is written, and far from where reading it would no longer end. */
const DEEPEST = 100;
const MOST_HTML = 4 * 1024 * 1024;
/** They end by themselves, or where the next one begins. */
const SHALLOW = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option'.split(
    ' ',
  ),
);

const BRACKETS: Partial<Record<string, string>> = { '(': '%28', ')': '%29' };
const isPlace = (href: string | null): boolean => /^(https?:\/\/|mailto:)/i.test(href?.trim() ?? '');

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
});
turndown.remove(['script', 'style', 'iframe', 'object', 'title', 'noscript', 'form']);
turndown.addRule('places', {
  filter: (node) => node.nodeName === 'A' && !isPlace(node.getAttribute('href')),
  replacement: (content) => content,
});
// As instructions have links: an address without spaces or brackets, and no words that only a mouse finds.
turndown.addRule('links', {
  filter: (node) => node.nodeName === 'A' && isPlace(node.getAttribute('href')),
  replacement: (content, node) => {
    const href: string = ('getAttribute' in node ? (node.getAttribute('href') ?? '') : '').trim();
    const words = content.replace(/\s+/g, ' ').trim();
    return (
      words &&
      `[${words}](${href.replace(/[\s()<>"]/g, (sign: string) => BRACKETS[sign] ?? encodeURIComponent(sign))})`
    );
  },
});
turndown.addRule('lines', { filter: 'hr', replacement: () => '\n\n' });
// What a picture shows lies in the other system; what it says of itself may stay.
turndown.addRule('pictures', {
  filter: ['img', 'video', 'audio'],
  replacement: (_, node) => ('getAttribute' in node ? (node.getAttribute('alt')?.trim() ?? '') : ''),
});
const plainly = turndown.escape.bind(turndown);
turndown.escape = (text) => plainly(text).replace(/<(?=[a-z/!?])/gi, '\\<');

/** Another system's HTML as Markdown; never kept as it came. How much there may be in one archive is counted. */
export class Texts {
  private read = 0;

  /** The text, and whether some of it had to stay behind. */
  async of(html: string): Promise<{ text: string; shortened: boolean }> {
    this.read += html.length;
    if (this.read > MOST_HTML) throw refuse('archive', 'holds more text than can be taken in');
    await nextTurn();
    const text = (isTame(html) ? turndown.turndown(html) : bare(html)).trim();
    return { text: text.slice(0, LONGEST.text).trim(), shortened: text.length > LONGEST.text };
  }
}

/** One look at the tags tells whether reading them as a tree is safe. */
function isTame(html: string): boolean {
  if (html.length > LONGEST.html) return false;
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (SHALLOW.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > DEEPEST) return false;
  }
  return true;
}

/** The words alone. */
const bare = (html: string): string =>
  html
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/[<>]/g, ' ')
    .replace(/\s+/g, ' ');
