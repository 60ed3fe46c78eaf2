import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES } from './locales';

const root = process.cwd();
const libs = join(root, 'libs');
const contexts = readdirSync(libs).filter((name) => existsSync(join(libs, name, 'web/i18n')));

type Words = { [key: string]: string | Words };

function flatten(words: Words, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

function wordsOf(context: string, locale: string): Map<string, string> {
  return flatten(
    JSON.parse(readFileSync(join(libs, context, 'web/i18n', `${locale}.json`), 'utf8')) as Words,
  );
}

function sources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|html)$/.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => join(folder, name));
}

/** Keys written out: before the pipe, as a route's title, and in calls of translate. Composed keys end in a dot and are skipped. */
const written = [
  /'([\w-]+(?:\.[\w-]+)+)'\s*\|\s*transloco/g,
  /\btitle: '([\w-]+(?:\.[\w-]+)+)'/g,
  /\btranslate(?:<string>)?\(\s*'([\w-]+(?:\.[\w-]+)+)'/g,
];

describe.each(contexts)('words of %s', (context) => {
  it('are the same in three languages, and none is empty', () => {
    const [et, en, ru] = LOCALES.map((locale) => wordsOf(context, locale));
    expect([...(en?.keys() ?? [])].sort()).toEqual([...(et?.keys() ?? [])].sort());
    expect([...(ru?.keys() ?? [])].sort()).toEqual([...(et?.keys() ?? [])].sort());
    for (const words of [et, en, ru])
      expect([...(words ?? [])].filter(([, text]) => !text.trim())).toEqual([]);
  });

  it.each(LOCALES)('are messages that can be read (%s)', (locale) => {
    for (const [, text] of wordsOf(context, locale))
      expect(() => new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })).not.toThrow();
  });
});

it('whatever is shown on another context’s page waits for its own words', () => {
  const parts = contexts
    .flatMap((context) => sources(join(libs, context, 'web/src')))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
    .filter(({ text }) => text.includes('@Component(') && text.includes('provideTranslocoScope('));
  expect(parts.length).toBeGreaterThan(4);
  expect(parts.filter(({ text }) => !text.includes('wordsHere(')).map(({ path }) => path)).toEqual([]);
});

it('every key the screens write exists', () => {
  const known = new Set(
    contexts.flatMap((context) =>
      [...wordsOf(context, 'et').keys()].map((key) => (context === 'platform' ? key : `${context}.${key}`)),
    ),
  );
  const folders = [
    ...contexts.map((context) => join(libs, context, 'web/src')),
    join(libs, 'platform/ui/src'),
  ];
  const missing = [...folders, join(root, 'apps/web/src')].flatMap(sources).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return written
      .flatMap((pattern) => [...text.matchAll(pattern)].map(([, key]) => key ?? ''))
      .filter((key) => !known.has(key))
      .map((key) => `${file.slice(root.length + 1)}: ${key}`);
  });
  expect(missing).toEqual([]);
});
