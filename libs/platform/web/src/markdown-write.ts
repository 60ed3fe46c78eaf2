import { type RichMark, type RichNode, safeAddress } from './markdown';

/** The tree as Markdown, such that reading it gives the tree again. What Markdown here has no sign for is left out. */
export function writeMarkdown(document: RichNode): string {
  return blocks(document.content ?? []);
}

function blocks(nodes: readonly RichNode[]): string {
  return nodes
    .map(block)
    .filter((words) => words !== '')
    .join('\n\n');
}

function block(node: RichNode): string {
  const content = node.content ?? [];
  if (node.type === 'heading')
    return prefixed(
      '#'.repeat(node.attrs?.level === 3 ? 3 : 2) + ' ',
      inline(content).replaceAll('\n', ' ').trim(),
    );
  if (node.type === 'blockquote')
    return blocks(content)
      .split('\n')
      .map((line) => (line ? `> ${line}` : '>'))
      .join('\n')
      .replace(/^>$/, '');
  if (node.type === 'bulletList') return items(content, () => '- ');
  if (node.type === 'orderedList') {
    const start = node.attrs?.start ?? 1;
    return items(content, (n) => `${start + n}. `);
  }
  return inline(content)
    .split('\n')
    .map((line) => atStart(line.trim()))
    .join('\n')
    .trim();
}

const prefixed = (prefix: string, words: string): string => (words ? prefix + words : '');

function items(content: readonly RichNode[], sign: (n: number) => string): string {
  return content
    .map(({ content: inner = [] }) => blocks(inner))
    .filter((words) => words !== '')
    .map((words, n) => {
      const [first = '', ...rest] = words.split('\n');
      const inset = ' '.repeat(sign(n).length);
      return [sign(n) + first, ...rest.map((line) => (line ? inset + line : ''))].join('\n');
    })
    .join('\n');
}

/** What would begin a block there is kept a sign like any. */
function atStart(line: string): string {
  return line.replace(/^([#>+-])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  href: string | undefined;
}

function inline(nodes: readonly RichNode[]): string {
  let words = '';
  let on = { bold: false, italic: false };
  let href: string | undefined;
  const turn = (to: { bold: boolean; italic: boolean }): void => {
    if (to.bold !== on.bold) words += '**';
    if (to.italic !== on.italic) words += '*';
    on = { bold: to.bold, italic: to.italic };
  };
  for (const run of nodes.flatMap(runs)) {
    if (run.href !== href) {
      turn({ bold: false, italic: false });
      words += (href ? `](${href})` : '') + (run.href ? '[' : '');
      href = run.href;
    }
    turn(run);
    words += run.text;
  }
  turn({ bold: false, italic: false });
  return words + (href ? `](${href})` : '');
}

/** Spaces and breaks at the edges of marked words carry no mark: signs beside a space would not be read as signs. */
function runs(node: RichNode): Run[] {
  if (node.type === 'hardBreak') return [{ text: '\n', bold: false, italic: false, href: undefined }];
  const marks = node.marks ?? [];
  const is = (type: RichMark['type']): boolean => marks.some((mark) => mark.type === type);
  const given = marks.find(({ type }) => type === 'link')?.attrs?.href;
  const href = given === undefined ? undefined : address(given);
  const text = (node.text ?? '').replaceAll(/\s+/g, ' ');
  const [, before = '', inner = '', after = ''] = /^( *)(.*?)( *)$/.exec(text) ?? [];
  const space = (words: string): Run[] =>
    words ? [{ text: words, bold: false, italic: false, href: undefined }] : [];
  if (inner === '') return space(before + after);
  const said = inner.replaceAll(/[\\*[\]]/g, '\\$&');
  return [...space(before), { text: said, bold: is('bold'), italic: is('italic'), href }, ...space(after)];
}

function address(href: string): string | undefined {
  const safe = safeAddress(href);
  return safe?.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C');
}
