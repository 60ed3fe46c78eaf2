// `npm run fonts`: the letters we need and no others. The Latin files come first and are preloaded; the rest wait
// until a page holds a letter of theirs (unicode-range).
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'apps/web/public/fonts');

const span = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, n) => from + n));
const latin = span(0x20, 0x7e) + 'ÄÖÕÜŠŽäöõüšž§°·×éè«»' + '–—‘’‚“”„…•−→←↑↓€№✓\u00a0\u202f';
const more = span(0xa1, 0x17f) + 'ȘșȚțẞ';
const cyrillic = span(0x401, 0x45f) + 'Ґґ';

const files = [
  { name: 'commissioner-latin', family: 'Commissioner', from: 'commissioner-latin-wght-normal', text: latin },
  { name: 'commissioner-more', family: 'Commissioner', from: 'commissioner-latin-ext-wght-normal', text: more },
  { name: 'commissioner-cyrillic', family: 'Commissioner', from: 'commissioner-cyrillic-wght-normal', text: cyrillic },
  { name: 'literata-latin', family: 'Literata', from: 'literata-latin-opsz-normal', text: latin },
  { name: 'literata-more', family: 'Literata', from: 'literata-latin-ext-opsz-normal', text: more },
  { name: 'literata-cyrillic', family: 'Literata', from: 'literata-cyrillic-opsz-normal', text: cyrillic },
  { name: 'literata-latin-italic', family: 'Literata', from: 'literata-latin-opsz-italic', text: latin },
  { name: 'literata-cyrillic-italic', family: 'Literata', from: 'literata-cyrillic-opsz-italic', text: cyrillic },
];

/** Fontsource splits õ from š and ž (Latin and Latin Extended): both are cut, and the browser joins them by range. */
const ranges = {
  latin: 'U+0020-007E,U+00A0,U+00A7,U+00AB,U+00B0,U+00B7,U+00BB,U+00C4,U+00D5-00D7,U+00DC,U+00E4,U+00E8-00E9,U+00F5-00F6,U+00FC,U+2013-2026,U+202F,U+20AC,U+2190-2193,U+2212,U+2713',
  more: 'U+00A1-00A6,U+00A8-00AA,U+00AC-00AF,U+00B1-00B6,U+00B8-00BA,U+00BC-00C3,U+00C5-00D4,U+00D8-00DB,U+00DD-00E3,U+00E5-00E7,U+00EA-00F4,U+00F7-00FB,U+00FD-017F,U+0218-021B,U+1E9E',
  cyrillic: 'U+0401-045F,U+0490-0491,U+2116',
};

const source = ({ family, from }) =>
  join(root, `node_modules/@fontsource-variable/${family.toLowerCase()}/files/${from}.woff2`);

const face = ({ name, family }) => {
  const range = ranges[name.split('-')[1]];
  const weights = family === 'Literata' ? '200 900' : '100 900';
  const style = name.endsWith('italic') ? 'italic' : 'normal';
  return `@font-face{font-family:"${family} Variable";font-weight:${weights};font-style:${style};font-display:swap;src:url(/fonts/${name}.woff2) format("woff2");unicode-range:${range}}`;
};

/** Cuts every file once; a second call with nothing changed does nothing. */
export async function fonts() {
  const stamp = join(out, 'fonts.css');
  const css = files.map(face).join('\n') + '\n';
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === css) return;
  mkdirSync(out, { recursive: true });
  for (const file of files) {
    // Weights below 300 and above 700 are never set, so they need not travel.
    const variationAxes = { wght: { min: 300, max: 720 } };
    const bytes = await subsetFont(readFileSync(source(file)), file.text, { targetFormat: 'woff2', variationAxes });
    writeFileSync(join(out, `${file.name}.woff2`), bytes);
  }
  writeFileSync(stamp, css);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await fonts();
