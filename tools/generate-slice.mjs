// `npm run generate -- <context> <noun>`: begins a new slice. The noun is singular, with dashes: learning-goal.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { order } from './boundaries.mjs';
import { sliceFiles } from './slice-files.mjs';

function plural(noun) {
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies');
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

const camel = (name) => name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
const pascal = (name) => camel(`-${name}`);

/** Every form of the noun that the files need. */
export function namesOf(context, noun) {
  const files = plural(noun);
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  return {
    context,
    stamp,
    file: noun,
    files,
    route: files,
    table: files.replaceAll('-', '_'),
    words: files.replaceAll('-', ' '),
    one: camel(noun),
    many: camel(files),
    One: pascal(noun),
    Many: pascal(files),
  };
}

const { values, positionals } = parseArgs({
  options: { into: { type: 'string', default: '.' } },
  allowPositionals: true,
});
const [context = '', noun = ''] = positionals;
if (!order.includes(context) || !/^[a-z][a-z-]*[a-z]$/.test(noun)) {
  console.error(
    `Say which context (${order.join(', ')}) and which noun: npm run generate -- journal learning-goal`,
  );
  process.exit(1);
}
const names = namesOf(context, noun);
const files = Object.entries(sliceFiles(names)).map(([path, text]) => [join(values.into, path), text]);
const taken = files.find(([path]) => existsSync(path));
if (taken) {
  console.error(`${taken[0]} is there already; nothing was written.`);
  process.exit(1);
}
const style = await resolveConfig('package.json');
for (const [path, text] of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, path.endsWith('.sql') ? text : await format(text, { ...style, filepath: path }));
  console.log(path);
}
console.log(
  `Now name ${names.Many}Controller, ${names.Many}Service and ${names.One} in the context’s module, and the page in its routes.`,
);
