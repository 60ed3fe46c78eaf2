/** A font's codes, four hexadecimal digits each, and the letters they stand for. */
export type Letters = ReadonlyMap<string, string>;

/** Reads a font's own table of what its codes mean (ToUnicode), as a screen reader and a search do. */
export function lettersOf(table: string): Letters {
  const letters = new Map<string, string>();
  for (const [, from = '', , list = ''] of table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g))
    [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, units = ''], index) => {
      const code = (parseInt(from, 16) + index).toString(16).padStart(4, '0');
      letters.set(code, String.fromCharCode(...units.split(' ').map((unit) => parseInt(unit, 16))));
    });
  return letters;
}

const drawing =
  /\/MCID (\d+)\s*>>\s*BDC|\b(BDC|BMC)\b|\b(EMC)\b|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|<([0-9a-f]+)> Tj/g;

/** What a page's drawing says, by the number of the marked part; what belongs to none is for the eye alone. */
export function saidByMark(content: string, fonts: ReadonlyMap<string, Letters>): Map<number, string> {
  const said = new Map<number, string>();
  const within: (number | undefined)[] = [];
  let letters: Letters = new Map();
  for (const [, mark, opens, closes, font, row, one] of content.matchAll(drawing)) {
    if (mark !== undefined) within.push(Number(mark));
    else if (opens) within.push(undefined);
    else if (closes) within.pop();
    else if (font) letters = fonts.get(font) ?? new Map<string, string>();
    else {
      const at = within.at(-1);
      if (at === undefined) continue;
      const codes = (one ?? [...(row ?? '').matchAll(/<([0-9a-f]+)>/g)].map(([, hex]) => hex).join('')).match(
        /.{4}/g,
      );
      const line = (codes ?? []).map((code) => letters.get(code) ?? '\uFFFD').join('');
      said.set(at, [said.get(at), line].filter(Boolean).join(' '));
    }
  }
  return said;
}
