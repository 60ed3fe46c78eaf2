import type { DocumentNode } from '@opiring/contract/journal';
import { isTextBlock, plainText, safeHref, textBlocks } from './document';

/** Words that somebody marked: `kind` draws the line, `occurrence` counts from 0 where the words stand more than once. */
export interface Passage {
  id: string;
  kind: 'noticing' | 'wondering' | 'asking' | 'offering';
  quote: string;
  occurrence?: number;
  /** Being chosen just now, not yet a note. */
  chosen?: boolean;
}

/** A run of words that looks the same throughout. */
export interface Segment {
  text: string;
  bold: boolean;
  italic: boolean;
  href: string | null;
  lineBreak: boolean;
  passage: Passage | null;
  /** The first run of its passage takes the focus for all of them. */
  first: boolean;
}

export interface Block {
  type: string;
  level: number;
  start: number | null;
  children: Block[];
  segments: Segment[];
  /** Ids of the passages that end within this block, in order of their ends. */
  ending: string[];
}

interface Run {
  block: Block;
  segment: Segment;
  from: number;
}

/** The document as blocks to draw, its words parted where passages begin and end. Where two overlap, the earlier one shows. */
export function blocksWith(document: DocumentNode, passages: readonly Passage[]): Block[] {
  const runs: Run[] = [];
  let at = 0;
  const blockOf = (node: DocumentNode): Block => {
    const block = emptyBlock(node);
    if (isTextBlock(node)) {
      for (const inline of node.content ?? []) {
        const segment = segmentOf(inline);
        runs.push({ block, segment, from: at });
        at += segment.text.length;
      }
      at += 1; // blocks stand on lines of their own
    } else {
      block.children = (node.content ?? []).map(blockOf);
    }
    return block;
  };
  const blocks = (document.content ?? []).map(blockOf);
  part(runs, found(runs, at, passages));
  return blocks;
}

const emptyBlock = (node: DocumentNode): Block => ({
  type: node.type,
  level: Number(node.attrs?.['level'] ?? 2),
  start: typeof node.attrs?.['start'] === 'number' ? node.attrs['start'] : null,
  children: [],
  segments: [],
  ending: [],
});

function segmentOf(node: DocumentNode): Segment {
  const marked = (type: string) => node.marks?.find((mark) => mark.type === type);
  return {
    text: node.type === 'hardBreak' ? '\n' : (node.text ?? ''),
    bold: !!marked('bold'),
    italic: !!marked('italic'),
    href: safeHref(marked('link')?.attrs?.['href']),
    lineBreak: node.type === 'hardBreak',
    passage: null,
    first: false,
  };
}

interface Place {
  passage: Passage;
  from: number;
  to: number;
}

/** Where each passage stands. White space counts as one space, whatever its length, as in a reader's selection. */
function found(runs: Run[], length: number, passages: readonly Passage[]): Place[] {
  const letters = new Array<string>(length).fill(' ');
  for (const { segment, from } of runs) {
    for (let n = 0; n < segment.text.length; n += 1) letters[from + n] = segment.text.charAt(n);
  }
  const { flat, positions } = flatten(letters.join(''));
  const places = passages.flatMap((passage) => {
    const wanted = passage.quote.replaceAll(/\s+/g, ' ').trim();
    const start = wanted ? nth(flat, wanted, passage.occurrence ?? 0) : -1;
    if (start < 0) return [];
    const from = positions[start] ?? 0;
    return [{ passage, from, to: (positions[start + wanted.length - 1] ?? from) + 1 }];
  });
  return places.sort((a, b) => a.from - b.from || b.to - a.to);
}

function flatten(words: string): { flat: string; positions: number[] } {
  let flat = '';
  const positions: number[] = [];
  for (let n = 0; n < words.length; n += 1) {
    const letter = words.charAt(n);
    const space = /\s/.test(letter);
    if (space && (flat === '' || flat.endsWith(' '))) continue;
    flat += space ? ' ' : letter;
    positions.push(n);
  }
  return { flat, positions };
}

function nth(words: string, wanted: string, occurrence: number): number {
  let at = words.indexOf(wanted);
  for (let n = 0; n < occurrence && at >= 0; n += 1) at = words.indexOf(wanted, at + wanted.length);
  return at;
}

/** Cuts every run at the places' edges and hands each piece to its block. */
function part(runs: Run[], places: Place[]): void {
  const begun = new Set<Passage>();
  for (const { block, segment, from } of runs) {
    const end = from + segment.text.length;
    let at = from;
    while (at < end) {
      const place = places.find((each) => each.from <= at && at < each.to);
      const next = places.filter((each) => each.from > at).map((each) => each.from);
      const to = Math.min(end, place?.to ?? Infinity, ...(place ? [] : next));
      const passage = place?.passage ?? null;
      block.segments.push({
        ...segment,
        text: segment.text.slice(at - from, to - from),
        passage,
        first: passage !== null && !begun.has(passage),
      });
      if (passage) begun.add(passage);
      at = to;
    }
    for (const place of places) {
      const endsHere = place.to > from && place.to <= end;
      if (endsHere && !block.ending.includes(place.passage.id)) block.ending.push(place.passage.id);
    }
  }
}

/** Ids of passages ending anywhere within a block. */
export const endingIn = (block: Block): string[] => [...block.ending, ...block.children.flatMap(endingIn)];

/** How often the quoted words stand before `offset` in the text: the `occurrence` of a selection. */
export function occurrenceAt(words: string, quote: string, offset: number): number {
  const wanted = quote.replaceAll(/\s+/g, ' ').trim();
  const before = words.slice(0, offset).replaceAll(/\s+/g, ' ').trimStart();
  let count = 0;
  for (let at = before.indexOf(wanted); at >= 0; at = before.indexOf(wanted, at + wanted.length)) count += 1;
  return count;
}

/** A quoted passage as a note carries it. */
export interface Quote {
  quote: string;
  occurrence: number;
}

/** Sentences of a document in order, for choosing a passage without a pointer. */
export function sentencesOf(document: DocumentNode, lang: string): Quote[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  const blocks = textBlocks(document).map(plainText);
  const words = blocks.join('\n');
  let start = 0;
  return blocks.flatMap((block) => {
    const from = start;
    start += block.length + 1;
    return [...segmenter.segment(block)].flatMap(({ segment, index }) => {
      const quote = segment.replaceAll(/\s+/g, ' ').trim();
      return /\p{L}/u.test(quote) ? [{ quote, occurrence: occurrenceAt(words, quote, from + index) }] : [];
    });
  });
}

/** Which of the passages stand in the text; a later edit may have taken their words away. */
export const placedIn = (document: DocumentNode, passages: readonly Passage[]): ReadonlySet<string> =>
  new Set(blocksWith(document, passages).flatMap(endingIn));
