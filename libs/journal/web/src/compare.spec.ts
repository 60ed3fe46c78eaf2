import { compareTexts, type Run } from './compare';

const side = (runs: Run[], which: Run['side']): string =>
  runs
    .filter((run) => run.side === which || run.side === 'both')
    .map(({ text }) => text)
    .join('');

it('marks the words that went and came, and leaves the rest alone', () => {
  expect(compareTexts('Olen pigem selgitaja külas.', 'Olen pigem kuulaja külas.')).toEqual([
    { side: 'both', text: 'Olen pigem ' },
    { side: 'earlier', text: 'selgitaja' },
    { side: 'later', text: 'kuulaja' },
    { side: 'both', text: ' külas.' },
  ]);
});

it('knows a word from the stop behind it, in any language', () => {
  const marked = (earlier: string, later: string): string =>
    compareTexts(earlier, later)
      .map(({ side: of, text }) => ({ both: text, earlier: `[${text}]`, later: `{${text}}` })[of])
      .join('');
  expect(marked('Istusime saalis.', 'Istusime köögis.')).toBe('Istusime [saalis]{köögis}.');
  expect(marked('Мы молчали.', 'Мы молчали, и долго.')).toBe('Мы молчали{, и долго}.');
});

it.each([
  ['', ''],
  ['', 'Uus lõik.'],
  ['Vana lõik.\nTeine.', ''],
  ['Üks kaks kolm neli', 'kolm neli üks kaks'],
  ['Sama lõik.\nVahel.\nLõpp.', 'Sama lõik.\nLõpp.'],
  ['Что изменилось?', 'Что у меня изменилось?'],
])('holds both texts whole: %j and %j', (earlier, later) => {
  const runs = compareTexts(earlier, later);
  expect(side(runs, 'earlier')).toBe(earlier);
  expect(side(runs, 'later')).toBe(later);
});

it('does not make one wait for texts that have nothing in common', () => {
  const long = (word: string): string => Array.from({ length: 3_000 }, (_, n) => `${word}${n}`).join(' ');
  const runs = compareTexts(long('a'), long('b'));
  expect(side(runs, 'earlier')).toBe(long('a'));
  expect(runs.some((run) => run.side === 'later')).toBe(true);
});
