/** A text with structure: the same tree an editor holds. Markdown is how it is kept, a page draws it from this. */
export interface RichNode {
  type:
    | 'doc'
    | 'paragraph'
    | 'heading'
    | 'bulletList'
    | 'orderedList'
    | 'listItem'
    | 'blockquote'
    | 'text'
    | 'hardBreak';
  attrs?: { level?: number; start?: number };
  content?: RichNode[];
  text?: string;
  marks?: RichMark[];
}
export interface RichMark {
  type: 'bold' | 'italic' | 'link';
  attrs?: { href?: string };
}

const DEEPEST = 6;
const HEADING = /^ {0,3}(#{1,6})\s+(\S.*)$/;
const QUOTE = /^ {0,3}> ?(.*)$/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])( +)(\S.*)$/;

/** An address one may be led to: nothing that runs. */
export function safeAddress(href: string): string | undefined {
  const address = href.trim();
  return /^(https?:\/\/[^\s]+|mailto:[^\s]+)$/i.test(address) ? address : undefined;
}

/**
 * Reads the small Markdown that organizers' texts are kept in: paragraphs, two sizes of headings, lists, quotes, bold,
 * italic and links to the web or a mail address. Whatever else stands there, HTML included, is words. A line break stays one.
 */
export function readMarkdown(text: string): RichNode {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  return { type: 'doc', content: blocks(lines, 0) };
}

function blocks(lines: readonly string[], depth: number): RichNode[] {
  const found: RichNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    if (line.trim() === '') at += 1;
    else if (heading) {
      found.push({
        type: 'heading',
        attrs: { level: (heading[1] ?? '').length > 2 ? 3 : 2 },
        content: inline(heading[2] ?? ''),
      });
      at += 1;
    } else if (depth < DEEPEST && QUOTE.test(line)) {
      const end = until(lines, at, (next) => !QUOTE.test(next));
      const inner = lines.slice(at, end).map((each) => QUOTE.exec(each)?.[1] ?? '');
      found.push({ type: 'blockquote', content: blocks(inner, depth + 1) });
      at = end;
    } else if (depth < DEEPEST && ITEM.test(line)) at = list(lines, at, depth, found);
    else {
      const end = until(lines, at + 1, (next) => next.trim() === '' || (depth < DEEPEST && begins(next)));
      found.push({
        type: 'paragraph',
        content: inline(
          lines
            .slice(at, end)
            .map((each) => each.trim())
            .join('\n'),
        ),
      });
      at = end;
    }
  }
  return found;
}

const begins = (line: string): boolean => HEADING.test(line) || QUOTE.test(line) || ITEM.test(line);
function until(lines: readonly string[], from: number, ends: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && !ends(lines[at] ?? '')) at += 1;
  return at;
}

/** One list from `at`; its items may hold further blocks, set in under their first words. Gives the line after it. */
function list(lines: readonly string[], at: number, depth: number, found: RichNode[]): number {
  const first = ITEM.exec(lines[at] ?? '');
  const ordered = /\d/.test(first?.[2] ?? '');
  const items: RichNode[] = [];
  let next = at;
  for (let item = first; item && /\d/.test(item[2] ?? '') === ordered; item = ITEM.exec(lines[next] ?? '')) {
    const [, before = '', sign = '', spaces = '', words = ''] = item;
    const inset = before.length + sign.length + Math.min(spaces.length, 4);
    const inner = [words];
    next += 1;
    while (next < lines.length && belongs(lines, next, inset)) inner.push((lines[next++] ?? '').slice(inset));
    items.push({ type: 'listItem', content: blocks(inner, depth + 1) });
    next = until(lines, next, (line) => line.trim() !== '');
  }
  const start = Number.parseInt(first?.[2] ?? '1', 10);
  found.push({
    type: ordered ? 'orderedList' : 'bulletList',
    ...(ordered && start !== 1 && { attrs: { start } }),
    content: items,
  });
  return next;
}

/** A line of the item before: set in, or an empty one before such a line. */
function belongs(lines: readonly string[], at: number, inset: number): boolean {
  const line = lines[at] ?? '';
  if (line.trim() !== '') return line.length - line.trimStart().length >= inset;
  const next = lines.slice(at, at + 2).find((each) => each.trim() !== '');
  return next !== undefined && next.length - next.trimStart().length >= inset;
}

type Token = { mark: 'bold' | 'italic'; raw: string } | { text: string } | { link: string; label: string };

function inline(text: string, held: readonly RichMark[] = []): RichNode[] {
  const tokens = tokensOf(text, !held.some(({ type }) => type === 'link'));
  const odd = new Set([lastOfOdd(tokens, 'bold'), lastOfOdd(tokens, 'italic')]);
  const on = { bold: false, italic: false };
  const nodes: RichNode[] = [];
  tokens.forEach((token, at) => {
    const marks: RichMark[] = [
      ...held,
      ...(on.bold && !has(held, 'bold') ? [{ type: 'bold' as const }] : []),
      ...(on.italic && !has(held, 'italic') ? [{ type: 'italic' as const }] : []),
    ];
    if ('mark' in token && !odd.has(at)) on[token.mark] = !on[token.mark];
    else if ('link' in token)
      nodes.push(...inline(token.label, [...marks, { type: 'link', attrs: { href: token.link } }]));
    else say(nodes, 'mark' in token ? token.raw : token.text, marks);
  });
  return nodes;
}

const has = (marks: readonly RichMark[], type: RichMark['type']): boolean =>
  marks.some((mark) => mark.type === type);

/** A sign opens or closes; the last of an odd number does neither and is a sign like any. */
function lastOfOdd(tokens: readonly Token[], mark: 'bold' | 'italic'): number {
  const is = (token: Token): boolean => 'mark' in token && token.mark === mark;
  return tokens.filter(is).length % 2 === 0 ? -1 : tokens.findLastIndex(is);
}

function say(nodes: RichNode[], text: string, marks: readonly RichMark[]): void {
  text.split('\n').forEach((line, n) => {
    if (n > 0) nodes.push({ type: 'hardBreak' });
    const before = nodes.at(-1);
    if (line === '') return;
    if (before?.type === 'text' && JSON.stringify(before.marks ?? []) === JSON.stringify(marks))
      before.text += line;
    else nodes.push({ type: 'text', text: line, ...(marks.length > 0 && { marks: [...marks] }) });
  });
}

const LINK = /\[((?:\\.|[^\\[\]])+)\]\(([^()\s]*)\)/y;
const isSpace = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign);

function tokensOf(text: string, links: boolean): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const sign = text[at] ?? '';
    LINK.lastIndex = at;
    const link = links && sign === '[' ? LINK.exec(text) : null;
    const href = link ? safeAddress(link[2] ?? '') : undefined;
    const raw = sign === '*' ? (text[at + 1] === '*' ? '**' : '*') : '';
    if (sign === '\\' && /[\\*[\]#>\-+.)(_`<=~]/.test(text[at + 1] ?? '')) {
      tokens.push({ text: text[at + 1] ?? '' });
      at += 2;
    } else if (link && href) {
      tokens.push({ link: href, label: link[1] ?? '' });
      at += link[0].length;
    } else if (raw && !(isSpace(text[at - 1]) && isSpace(text[at + raw.length]))) {
      tokens.push({ mark: raw === '**' ? 'bold' : 'italic', raw });
      at += raw.length;
    } else {
      tokens.push({ text: sign });
      at += 1;
    }
  }
  return tokens;
}

/** The words alone, a line for each block: what is compared and listed. */
export function plainMarkdown(text: string): string {
  const said = (node: RichNode): string => {
    if (node.type === 'text') return node.text ?? '';
    if (node.type === 'hardBreak') return '\n';
    const parts = (node.content ?? []).map(said);
    if (node.type === 'listItem') return `• ${parts.join('\n')}`;
    return parts.join(node.type === 'paragraph' || node.type === 'heading' ? '' : '\n');
  };
  return said(readMarkdown(text));
}
