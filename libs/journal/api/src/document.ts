import type { DocumentNode } from '@opiring/contract/journal';
import { BLOCKS, FOLD_KIND, MARKS, MAX_BODY_BYTES, MAX_DEPTH } from '@opiring/contract/journal.values';
import { DocumentTooLarge, NotADocument } from './journal.errors';

type Given = Record<string, unknown>;

/** What may stand directly within what; `text` and `hardBreak` hold nothing. */
const WITHIN: Record<string, readonly string[]> = {
  doc: ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'fold'],
  fold: ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'],
  paragraph: ['text', 'hardBreak'],
  heading: ['text', 'hardBreak'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'],
  blockquote: ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'],
};
const LINK = /^(https?:\/\/|mailto:)/i;
const KEYS = new Set(['type', 'attrs', 'content', 'marks', 'text']);

/**
 * The document in a request's body: the editor's own, or a plain string whose blank lines part paragraphs.
 * Only what the schema knows is kept, so that nothing else can ever be rendered; the rest is refused.
 */
export function documentFrom(body: unknown): DocumentNode {
  if (typeof body === 'string') return sized(paragraphs(body));
  if (!isGiven(body) || body['type'] !== 'doc') throw new NotADocument('must be a document or a text');
  return sized(node(body, 0));
}

/** Two texts as one: the second begins where the first ends. */
export function joined(first: DocumentNode, second: DocumentNode): DocumentNode {
  const content = [first, second].flatMap((text) => (isBlank(text) ? [] : (text.content ?? [])));
  return sized({ type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] });
}

const isBlank = ({ content = [] }: DocumentNode): boolean =>
  content.every(({ type, content: within = [] }) => type === 'paragraph' && within.length === 0);

function paragraphs(text: string): DocumentNode {
  refuseUnstorable(text);
  const blocks = text.replaceAll(/\r\n?/g, '\n').split(/\n[ \t]*\n\s*/);
  const content = blocks.map((block) => block.replace(/^\n+|\s+$/g, '')).filter((block) => block.length > 0);
  return { type: 'doc', content: content.length > 0 ? content.map(paragraph) : [{ type: 'paragraph' }] };
}

function paragraph(block: string): DocumentNode {
  const content = block
    .split('\n')
    .flatMap((line, index): DocumentNode[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line ? [{ type: 'text', text: line }] : []),
    ]);
  return { type: 'paragraph', content };
}

function node(given: Given, depth: number): DocumentNode {
  if (depth > MAX_DEPTH) throw new NotADocument('is nested too deeply');
  const type = given['type'];
  if (typeof type !== 'string' || (type !== 'doc' && !known(BLOCKS, type))) {
    throw new NotADocument('holds a block nobody knows');
  }
  if (Object.keys(given).some((key) => !KEYS.has(key))) throw new NotADocument('holds a field nobody knows');
  if (type === 'text') return text(given);
  if (given['text'] !== undefined) throw new NotADocument('holds words outside a text');
  const attrs = attributes(type, given['attrs']);
  const content = children(type, given['content'], depth);
  if ((type === 'doc' || type === 'fold') && !content?.length) {
    return { type, ...(attrs && { attrs }), content: [{ type: 'paragraph' }] };
  }
  return { type, ...(attrs && { attrs }), ...(content && { content }) };
}

function children(type: string, given: unknown, depth: number): DocumentNode[] | undefined {
  if (given === undefined) return undefined;
  const allowed = WITHIN[type];
  if (!Array.isArray(given) || !allowed) throw new NotADocument('holds something within what holds nothing');
  return given.map((child: unknown) => {
    if (!isGiven(child) || !allowed.includes(String(child['type']))) {
      throw new NotADocument(`holds what may not stand within ${type}`);
    }
    return node(child, depth + 1);
  });
}

function text(given: Given): DocumentNode {
  const { text: words, marks } = given;
  if (typeof words !== 'string' || words.length === 0 || given['content'] !== undefined) {
    throw new NotADocument('holds a text without words');
  }
  refuseUnstorable(words);
  if (marks === undefined) return { type: 'text', text: words };
  if (!Array.isArray(marks) || marks.length > MARKS.length)
    throw new NotADocument('is marked in an unknown way');
  return { type: 'text', text: words, marks: marks.map(mark) };
}

function mark(given: unknown): { type: string; attrs?: Record<string, unknown> } {
  if (!isGiven(given) || !known(MARKS, given['type'])) throw new NotADocument('is marked in an unknown way');
  const type = given['type'];
  if (type !== 'link') return { type };
  const href = isGiven(given['attrs']) ? given['attrs']['href'] : undefined;
  if (typeof href !== 'string' || href.length > 2000 || !LINK.test(href) || !URL.canParse(href)) {
    throw new NotADocument('links to what is no web or mail address');
  }
  refuseUnstorable(href);
  return { type, attrs: { href } };
}

/** Of attributes only a heading's level, a list's first number and a fold's kind are kept; whatever else an editor adds means nothing here. */
function attributes(type: string, given: unknown): Record<string, unknown> | undefined {
  if (given !== undefined && given !== null && !isGiven(given))
    throw new NotADocument('has attributes of a wrong form');
  if (type === 'fold') {
    if ((given?.['kind'] ?? FOLD_KIND) !== FOLD_KIND) throw new NotADocument('is folded in an unknown way');
    return { kind: FOLD_KIND };
  }
  if (type === 'heading') {
    const level = given?.['level'];
    return { level: level === 1 || level === 2 || level === 3 ? level : 2 };
  }
  const start = type === 'orderedList' ? given?.['start'] : undefined;
  return Number.isInteger(start) && Number(start) > 0 && Number(start) < 100_000 ? { start } : undefined;
}

function sized(document: DocumentNode): DocumentNode {
  if (Buffer.byteLength(JSON.stringify(document)) > MAX_BODY_BYTES) throw new DocumentTooLarge();
  return document;
}

function refuseUnstorable(words: string): void {
  if (words.includes('\0') || !words.isWellFormed())
    throw new NotADocument('holds characters that are no text');
}

const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const known = <T extends string>(words: readonly T[], word: unknown): word is T => words.includes(word as T);
