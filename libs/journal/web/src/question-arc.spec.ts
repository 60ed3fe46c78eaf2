import type { ArcWordsView } from '@opiring/contract/arc';
import type { DocumentNode } from '@opiring/contract/journal';
import { besideOthers, marksOf } from './question-arc';

const text = (...paragraphs: string[]): DocumentNode => ({
  type: 'doc',
  content: paragraphs.map((each) => ({ type: 'paragraph', content: [{ type: 'text', text: each }] })),
});
const none = { words: [], mark: null };
const words: ArcWordsView = {
  from: 'start',
  to: 'middle',
  went: ['selgitaja', 'info'],
  came: ['ootama'],
  stayed: ['pinge'],
};

it('marks whole words alone, however they are written', () => {
  const [first] = besideOthers(text('Selgitaja usub, et infot on ja info jõuab kohale.'), {
    words: words.went,
    mark: 'went',
  });
  expect(first?.filter(({ mark }) => mark).map((piece) => piece.text)).toEqual(['Selgitaja', 'info']);
  expect(first?.map((piece) => piece.text).join('')).toBe(
    'Selgitaja usub, et infot on ja info jõuab kohale.',
  );
});

it('takes a word with signs in it as a word, not as a pattern', () => {
  const [first] = besideOthers(text('Mis (ja) miks?'), { words: ['(ja)', '.*'], mark: 'came' });
  expect(first?.filter(({ mark }) => mark).map((piece) => piece.text)).toEqual(['(ja)']);
});

it('shows a long answer up to the room there is, cut between words', () => {
  const [first, second] = besideOthers(text('sõna '.repeat(200), 'teine lõik'), none, 100);
  expect(first?.[0]?.text.length).toBeLessThanOrEqual(104);
  expect(first?.[0]?.text).toMatch(/sõna …$/);
  expect(second).toBeUndefined();
});

it('leaves a text that barely fits uncut, and skips empty paragraphs', () => {
  expect(besideOthers(text('', 'üks', ' ', 'kaks'), none).map((each) => each[0]?.text)).toEqual([
    'üks',
    'kaks',
  ]);
});

it('marks what went in the earlier of the two answers and what came in the later', () => {
  expect(marksOf(words, 'start')).toEqual({ words: ['selgitaja', 'info'], mark: 'went' });
  expect(marksOf(words, 'middle')).toEqual({ words: ['ootama'], mark: 'came' });
  expect(marksOf(words, 'end')).toEqual(none);
  expect(marksOf(null, 'start')).toEqual(none);
});
