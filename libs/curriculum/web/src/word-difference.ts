/** A run of words, and whether it is only on this side. */
export interface Piece {
  text: string;
  own: boolean;
}
/** Beyond this many pairs of words the table grows too large, and the whole text counts as different. */
const MOST_PAIRS = 250_000;

const tokens = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** Two texts word by word: each side's own words are marked, what both say is not. */
export function wordDifference(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [a, b] = [tokens(before), tokens(after)];
  if (a.length * b.length > MOST_PAIRS)
    return { before: [{ text: before, own: true }], after: [{ text: after, own: true }] };
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const [left, right]: [Piece[], Piece[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(left, a[i++] ?? '', false);
      add(right, b[j++] ?? '', false);
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) add(left, a[i++] ?? '', true);
    else add(right, b[j++] ?? '', true);
  }
  return { before: left.map(tidy), after: right.map(tidy) };
}

function add(pieces: Piece[], text: string, own: boolean): void {
  const last = pieces.at(-1);
  if (last?.own === own) last.text += text;
  else pieces.push({ text, own });
}

/** A mark over nothing but a space would be seen as a slip. */
const tidy = (piece: Piece): Piece => (piece.text.trim() === '' ? { ...piece, own: false } : piece);
