import type { DocumentNode } from '@opiring/contract/journal';

/** Lines no longer than this may have been broken by a mail program; longer ones were not. */
const WRAPPED = { from: 50, to: 100 };
const DEEPEST = 4;
const BULLET = /^\s*[-*•]\s+(?=\S)/;
const NUMBER = /^\s*(\d{1,3})[.)]\s+(?=\S)/;

/**
 * Plain text, as mail is, in the document's blocks: empty lines part paragraphs, `>` is a quote, signs in front are a
 * list, and lines that a mail program broke are whole again. No word is left out.
 */
export function blocksOf(text: string): DocumentNode[] {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00A0', ' ')
    .replaceAll(/[\u00AD\u200B\uFEFF]/g, '')
    .split('\n');
  const width = widthOf(lines);
  // Without one empty line and with nothing broken, each line was meant as a paragraph.
  const apart = width === 0 && !lines.slice(0, lines.findLastIndex(isSaid) + 1).some((line) => !isSaid(line));
  const blocks = inBlocks(lines, { width, apart }, 0);
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }];
}

interface Manner {
  /** How wide the lines were broken; 0 where they were not. */
  width: number;
  apart: boolean;
}
const isSaid = (line: string): boolean => line.trim() !== '';
const isQuoted = (line: string): boolean => /^\s?>/.test(line);

function widthOf(lines: readonly string[]): number {
  const bare = lines.map((line) => line.trimEnd());
  if (bare.some((line) => line.length > WRAPPED.to && line.trim().includes(' '))) return 0;
  const longest = Math.max(...bare.map(({ length }) => length).filter((n) => n <= WRAPPED.to), 0);
  return longest >= WRAPPED.from ? longest : 0;
}

function inBlocks(lines: readonly string[], outer: Manner, depth: number): DocumentNode[] {
  // Whoever is quoted had a mail program and a width of their own.
  const manner = { ...outer, width: widthOf(lines.filter((line) => !isQuoted(line))) || outer.width };
  const blocks: DocumentNode[] = [];
  for (let at = 0; at < lines.length;) {
    const first = lines[at] ?? '';
    if (!isSaid(first)) {
      at += 1;
      continue;
    }
    const quoted = isQuoted(first) && depth < DEEPEST;
    let end = at;
    while (
      end < lines.length &&
      isSaid(lines[end] ?? '') &&
      (isQuoted(lines[end] ?? '') && depth < DEEPEST) === quoted
    )
      end += 1;
    const group = lines.slice(at, end);
    at = end;
    if (!quoted) blocks.push(...inParagraphs(group, manner));
    else {
      const inner = inBlocks(
        group.map((line) => line.replace(/^\s?>[ ]?/, '')),
        narrower(manner),
        depth + 1,
      );
      if (inner.length > 0) blocks.push({ type: 'blockquote', content: inner });
    }
  }
  return blocks;
}

const narrower = ({ width, apart }: Manner): Manner => ({ width: Math.max(0, width - 2), apart });

function inParagraphs(lines: readonly string[], manner: Manner): DocumentNode[] {
  const start = lines.findIndex((line, at) => signOf(line, lines[nextItem(lines, at)] ?? ''));
  if (start < 0)
    return manner.apart ? lines.map((line) => paragraph([line], 0)) : [paragraph(lines, manner.width)];
  const { list, rest } = listOf(lines.slice(start), manner.width);
  return [
    ...(start > 0 ? inParagraphs(lines.slice(0, start), manner) : []),
    list,
    ...(rest.length > 0 ? inParagraphs(rest, manner) : []),
  ];
}

/** The list these lines begin with, and what comes after it. Only the next number is the next item: a date is none. */
function listOf(lines: readonly string[], width: number): { list: DocumentNode; rest: readonly string[] } {
  const sign = BULLET.test(lines[0] ?? '') ? BULLET : NUMBER;
  const first = Number(NUMBER.exec(lines[0] ?? '')?.[1] ?? 1);
  const items: string[][] = [];
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const next = sign === BULLET || Number(NUMBER.exec(line)?.[1]) === first + items.length;
    // The sign's place stays, so that the line is as long as it was when it was broken.
    if (sign.test(line) && next) items.push([line.replace(sign, ({ length }) => ' '.repeat(length))]);
    else if (/^\s/.test(line) || wasBroken(lines[at - 1] ?? '', line.trim(), width)) items.at(-1)?.push(line);
    else break;
  }
  const content = items.map((item) => ({ type: 'listItem', content: [paragraph(item, width)] }));
  const type = sign === BULLET ? 'bulletList' : 'orderedList';
  const list = { type, ...(type === 'orderedList' && first > 1 && { attrs: { start: first } }), content };
  return { list, rest: lines.slice(at) };
}

const nextItem = (lines: readonly string[], at: number): number =>
  lines.findIndex((line, n) => n > at && (BULLET.test(line) || NUMBER.test(line)));

/** One sign alone may be a dash or a date; two in a row are a list. */
function signOf(line: string, next: string): boolean {
  if (BULLET.test(line)) return BULLET.test(next);
  const [n, m] = [NUMBER.exec(line)?.[1], NUMBER.exec(next)?.[1]];
  return n !== undefined && Number(m) === Number(n) + 1;
}

function paragraph(lines: readonly string[], width: number): DocumentNode {
  const parts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const words = line.trim().replaceAll(/\s+/g, ' ');
    if (before !== undefined && wasBroken(before, words, width)) parts.push(`${parts.pop() ?? ''} ${words}`);
    else parts.push(words);
  }
  const content = parts.flatMap((text, at): DocumentNode[] => [
    ...(at > 0 ? [{ type: 'hardBreak' } as const] : []),
    { type: 'text', text },
  ]);
  return { type: 'paragraph', content };
}

/** A mail program broke the line where the next word would not have fitted, or left a space to say so. */
function wasBroken(line: string, next: string, width: number): boolean {
  if (/[^-] $/.test(line)) return true;
  const [word = ''] = next.split(' ');
  return width > 0 && line.trimEnd().length + 1 + word.length > width;
}
