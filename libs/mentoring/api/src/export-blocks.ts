import type { ExportedEntry, ExportedNote } from '@opiring/contract/journal-export';
import type { DocumentNode } from '@opiring/contract/journal';
import type { Locale } from '@opiring/contract/values';
import { dayIn, textIn, wordsIn } from './export-words';
import type { OutgoingJournal } from './journal-export.service';

/** Words in one hand: as typed, strong or slanted, with the address they point to. */
export interface Run {
  text: string;
  strong: boolean;
  slanted: boolean;
  href?: string;
}
interface Words<Kind extends string> {
  kind: Kind;
  runs: Run[];
  lang: Locale;
  depth: number;
}
/** A paper's parts, whatever paper it is: HTML, Markdown and PDF each write these and know nothing of entries. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; runs: Run[]; lang: Locale }
  | Words<'paragraph'>
  | Words<'quote'>
  | Words<'aside'>
  | { kind: 'item'; runs: Run[]; lang: Locale; depth: number; mark: string };

const plain = (text: string): Run[] => [{ text, strong: false, slanted: false }];
const aside = (text: string, lang: Locale): Block => ({ kind: 'aside', runs: plain(text), lang, depth: 0 });

/** What stands before the first entry. */
export function* headBlocks({ head, locale }: OutgoingJournal): Generator<Block> {
  const words = wordsIn(locale);
  yield { kind: 'heading', level: 1, runs: plain(`${words.journal}: ${head.author.name}`), lang: locale };
  yield aside(`${words.exported} ${dayIn(head.exportedAt, locale)}`, locale);
  if (head.moved.length > 0) yield { kind: 'heading', level: 2, runs: plain(words.moved), lang: locale };
  for (const { question, text, lang } of head.moved) {
    yield aside(textIn(question.text, locale), locale);
    yield { kind: 'paragraph', runs: plain(text), lang, depth: 0 };
  }
}

/** One entry with its conversation. */
export function* entryBlocks(entry: Omit<ExportedEntry, 'versions'>, locale: Locale): Generator<Block> {
  const words = wordsIn(locale);
  yield { kind: 'heading', level: 2, runs: plain(entry.title || words.untitled), lang: entry.lang };
  const moment = entry.moment ? [words.moments[entry.moment]] : [];
  const state = entry.doneAt ? words.done : words.draft;
  yield aside([dayIn(entry.createdAt, locale), entry.cohort, ...moment, state].join(' · '), locale);
  if (entry.question) yield aside(textIn(entry.question.text, locale), locale);
  yield* bodyBlocks(entry.body, entry.lang, locale);
  if (entry.conversation.length > 0)
    yield { kind: 'heading', level: 3, runs: plain(words.conversation), lang: locale };
  for (const note of entry.conversation) yield* noteBlocks(note, locale);
}

function* noteBlocks(note: ExportedNote, locale: Locale): Generator<Block> {
  const kind = wordsIn(locale).kinds[note.kind] ?? note.kind;
  yield aside(`${note.by} · ${kind} · ${dayIn(note.createdAt, locale)}`, locale);
  if (note.quote) yield { kind: 'quote', runs: plain(note.quote), lang: locale, depth: 1 };
  yield { kind: 'paragraph', runs: plain(note.body), lang: note.lang, depth: 0 };
  for (const { by, body, lang, createdAt } of note.replies) {
    yield aside(`${by} · ${dayIn(createdAt, locale)}`, locale);
    yield { kind: 'paragraph', runs: plain(body), lang, depth: 0 };
  }
}

function* bodyBlocks(node: DocumentNode, lang: Locale, locale: Locale, depth = 0): Generator<Block> {
  for (const child of node.content ?? []) {
    if (child.type === 'heading')
      // The document's headings stand below the entry's own.
      yield { kind: 'heading', level: child.attrs?.['level'] === 1 ? 3 : 4, runs: runsOf(child), lang };
    else if (child.type === 'paragraph')
      yield { kind: node.type === 'blockquote' ? 'quote' : 'paragraph', runs: runsOf(child), lang, depth };
    else if (child.type === 'bulletList' || child.type === 'orderedList')
      yield* itemBlocks(child, lang, locale, depth + 1);
    else {
      if (child.type === 'fold') yield aside(wordsIn(locale).onlyMine, locale);
      yield* bodyBlocks(child, lang, locale, depth + 1);
    }
  }
}

function* itemBlocks(list: DocumentNode, lang: Locale, locale: Locale, depth: number): Generator<Block> {
  const first = Number(list.attrs?.['start'] ?? 1);
  for (const [index, item] of (list.content ?? []).entries()) {
    const [head, ...rest] = item.content ?? [];
    const mark = list.type === 'orderedList' ? `${first + index}.` : '•';
    const leads = head?.type === 'paragraph';
    yield { kind: 'item', runs: leads ? runsOf(head) : [], lang, depth, mark };
    yield* bodyBlocks(
      { type: 'listItem', content: leads ? rest : (item.content ?? []) },
      lang,
      locale,
      depth,
    );
  }
}

function runsOf(node: DocumentNode): Run[] {
  return (node.content ?? []).map((child) => {
    const marks = child.marks ?? [];
    const has = (type: string): boolean => marks.some((mark) => mark.type === type);
    const href = marks.find(({ type }) => type === 'link')?.attrs?.['href'];
    return {
      text: child.type === 'hardBreak' ? '\n' : (child.text ?? ''),
      strong: has('bold'),
      slanted: has('italic'),
      ...(typeof href === 'string' && { href }),
    };
  });
}
