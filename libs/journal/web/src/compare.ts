/** A run of words: in both texts, only in the earlier, or only in the later one. */
export interface Run {
  text: string;
  side: 'both' | 'earlier' | 'later';
}
/** Beyond this many pairs of words the middle counts as written anew: a phone should not wait for a table. */
const MOST_PAIRS = 4_000_000;

/** The browser knows what a word is in any language; a full stop behind it is not a part of it. */
const tokens = (text: string): string[] =>
  typeof Intl.Segmenter === 'function'
    ? [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
    : (text.match(/\n|[^\S\n]+|[^\s]+/g) ?? []);

/** Two texts word by word, as one: what went and what came stand where they belong. Paragraphs are parted by line breaks. */
export function compareTexts(earlier: string, later: string): Run[] {
  const [a, b] = [tokens(earlier), tokens(later)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const runs: Run[] = [];
  const add = (side: Run['side'], words: readonly string[]): void => {
    const text = words.join('');
    const last = runs.at(-1);
    if (last?.side === side) last.text += text;
    else if (text) runs.push({ side, text });
  };
  add('both', a.slice(0, head));
  for (const [side, word] of between(a.slice(head, a.length - tail), b.slice(head, b.length - tail)))
    add(side, [word]);
  add('both', a.slice(a.length - tail));
  return runs;
}

/** The longest words in common stay; before them what went, then what came. */
function between(a: readonly string[], b: readonly string[]): [Run['side'], string][] {
  const gone = a.map((word): [Run['side'], string] => ['earlier', word]);
  const come = b.map((word): [Run['side'], string] => ['later', word]);
  if (a.length * b.length > MOST_PAIRS) return [...gone, ...come];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: [Run['side'], string][] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push(['both', a[i] ?? '']);
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      found.push(...gone.slice(i, i + 1));
      i += 1;
    } else {
      found.push(...come.slice(j, j + 1));
      j += 1;
    }
  }
  return found;
}
