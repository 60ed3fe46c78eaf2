// `npm run fonts`: the letters we need and no others. The Latin files come first and are preloaded; the rest wait
// until a page holds a letter of theirs (unicode-range).
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, '.cache/fonts');

const span = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, n) => from + n));
// Estonian and English whole, with the signs our texts use; what is left of Latin 1 waits.
const latin = span(0x20, 0x7e) + 'ÄÖÕÜäöõüéÉ§°·×«»\u00a0' + '–—‘’‚“”„…•−←→↑↓€';
const rest = [...span(0xa1, 0xff)].filter((letter) => !latin.includes(letter)).join('');
const carons = 'ŠšŽž';
const more = span(0x100, 0x15f) + span(0x162, 0x17c) + 'ȘșȚțẞ';
const cyrillic = span(0x401, 0x45f) + 'Ґґ';

const sets = [
  ['latin', 'latin', latin],
  ['rest', 'latin', rest],
  // Fontsource keeps š and ž with Latin Extended, Estonian needs them at once: four letters in a file of their own.
  ['carons', 'latin-ext', carons],
  ['more', 'latin-ext', more],
  ['cyrillic', 'cyrillic', cyrillic],
];
const cut = (family, axis, style, wanted) =>
  sets
    .filter(([set]) => wanted.includes(set))
    .map(([set, from, text]) => ({
      name: `${family.toLowerCase()}-${set}${style === 'italic' ? '-italic' : ''}`,
      family,
      style,
      text,
      from: `node_modules/@fontsource-variable/${family.toLowerCase()}/files/${family.toLowerCase()}-${from}-${axis}-${style}.woff2`,
    }));
const every = sets.map(([set]) => set);
const files = [
  ...cut('Commissioner', 'wght', 'normal', every),
  ...cut('Literata', 'opsz', 'normal', every),
  ...cut('Literata', 'opsz', 'italic', ['latin', 'carons', 'cyrillic']),
];

/** U+0020-007E,U+00A0 … of a text: the letters it has, in runs. */
function rangeOf(text) {
  const points = [...new Set(text)].map((letter) => letter.codePointAt(0)).sort((a, b) => a - b);
  const hex = (point) => point.toString(16).toUpperCase().padStart(4, '0');
  const runs = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}

const face = ({ name, family, style, text }) =>
  `@font-face{font-family:"${family} Variable";font-weight:100 900;font-style:${style};font-display:swap;src:url(/fonts/${name}.woff2) format("woff2");unicode-range:${rangeOf(text)}}`;

/** Cuts every file once; a second call with nothing changed does nothing. */
export async function fonts() {
  const stamp = join(out, 'fonts.css');
  // The mark of this script in the file: a font cut by another version of it is cut again.
  const mark = createHash('sha256')
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex');
  const css = `${files.map(face).join('\n')}\n/* ${mark.slice(0, 16)} */\n`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === css) return;
  mkdirSync(out, { recursive: true });
  for (const file of files) {
    const bytes = await subsetFont(readFileSync(join(root, file.from)), file.text, { targetFormat: 'woff2' });
    writeFileSync(join(out, `${file.name}.woff2`), bytes);
  }
  writeFileSync(stamp, css);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await fonts();
