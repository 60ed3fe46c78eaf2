/**
 * Words of the programme whose stem changes within (vald, valla): the stemmer takes endings off and does not know that the two are
 * one. Whoever looks for the one is looking for the other.
 */
const GRADES: readonly (readonly string[])[] = [
  ['vald', 'valla', 'valda'],
  ['leht', 'lehe'],
  ['köök', 'köögi', 'kööki'],
  ['jutt', 'jutu', 'juttu'],
  ['mõte', 'mõtte', 'mõtle'],
  ['sõber', 'sõbra', 'sõpra'],
  ['naaber', 'naabr'],
  ['rääk', 'räägi', 'räägit'],
  ['mees', 'mehe', 'mehi'],
  ['laud', 'laua', 'lauda'],
  ['sild', 'silla'],
  ['tüli', 'tülli'],
  ['laps', 'last'],
  ['noor', 'noort'],
  ['eelarve', 'eelarvet'],
];
/** Nobody looks for more words at once. */
const WORDS = 8;

/** What to look for: words in small letters, and beside each its other grades, parted by spaces. */
export function wordsOf(asked: string): { words: string[]; grades: string[] } {
  const words = (
    asked
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, WORDS);
  return { words, grades: words.map(gradesOf) };
}

const gradesOf = (word: string): string =>
  GRADES.filter((group) => group.some((stem) => word.startsWith(stem)))
    .flat()
    .join(' ');

/** Between these two signs PostgreSQL puts a hit; they are taken out of the text first. */
export function partsOf(marked: string): { text: string; hit: boolean }[] {
  return marked
    .split(/(\x02[^\x02\x03]*\x03)/)
    .filter((text) => text !== '')
    .map((text) => ({ text: text.replaceAll(/[\x02\x03]/g, ''), hit: text.startsWith('\x02') }));
}
