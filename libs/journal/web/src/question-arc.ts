import type { ArcPlaceView, ArcView, ArcWordsView } from '@opiring/contract/arc';
import type { DocumentNode } from '@opiring/contract/journal';
import type { Moment } from '@opiring/contract/values';
import { plainText, textBlocks } from './document';

/** What the server sends of a text's beginning, at most. */
const OPENING = 190;

/** The first words as a sentence shows them: cut off between words, with what follows hinted. */
export const openingWords = (opening: string): string =>
  opening.length < OPENING ? opening : `${opening.replace(/\s*\S*$/, '')} …`;

/** A stretch of an answer; `went` and `came` where one of the counted words stands. */
export interface ArcPiece {
  text: string;
  mark: 'went' | 'came' | null;
}

/** As much of an answer as stands well beside another one. */
const BESIDE = 620;

/** An answer's paragraphs with the words that went or came, the last one cut off between words where the text is long. */
export function besideOthers(body: DocumentNode, of: MarkedWords, room = BESIDE): ArcPiece[][] {
  const paragraphs: ArcPiece[][] = [];
  let left = room;
  for (const block of textBlocks(body)) {
    const text = plainText(block).trim();
    if (!text) continue;
    if (left <= 0) break;
    const fits = text.length <= left + 40 ? text : `${text.slice(0, left).replace(/\s*\S*$/, '')} …`;
    paragraphs.push(pieces(fits, of));
    left -= text.length;
  }
  return paragraphs;
}

export interface MarkedWords {
  words: readonly string[];
  mark: 'went' | 'came' | null;
}

/** More of them would be a list, not a look. */
const FEW = 6;
export const few = (words: readonly string[]): string[] => words.slice(0, FEW);

/** Which words are marked in the answer of a moment: those that went in the earlier one, those that came in the later. */
export function marksOf(words: ArcWordsView | null, moment: Moment): MarkedWords {
  if (words?.from === moment) return { words: few(words.went), mark: 'went' };
  if (words?.to === moment) return { words: few(words.came), mark: 'came' };
  return { words: [], mark: null };
}

function pieces(text: string, { words, mark }: MarkedWords): ArcPiece[] {
  if (!words.length || !mark) return [{ text, mark: null }];
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, 'giu');
  return text
    .split(found)
    .map((part, index): ArcPiece => ({ text: part, mark: index % 2 ? mark : null }))
    .filter((part) => part.text !== '');
}

/** Whether the question stood in other words when the answer was begun; then the answer says which. */
export const wasAskedOtherwise = ({ question }: ArcView, { answer }: ArcPlaceView): boolean =>
  !!answer && answer.asked.version !== question.version && answer.asked.text.et !== question.text.et;
