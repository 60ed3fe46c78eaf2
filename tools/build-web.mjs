// The screens: Angular's own builder, then compressed once for every request to come, then weighed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Fault } from './fault.mjs';
import { fonts } from './fonts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist/web');
const ng = join(root, 'node_modules/@angular/cli/bin/ng.js');

export const limits = { script: 130_000, fonts: 120_000 };

/** Where index.html is: Angular's builder puts the pages in `browser/` unless told otherwise. */
export function pagesIn(folder) {
  return existsSync(join(folder, 'browser/index.html')) ? join(folder, 'browser') : folder;
}

export function ngBuild(args = []) {
  const env = { ...process.env, NG_CLI_ANALYTICS: 'false', NG_BUILD_LOGS_RAW: '1' };
  return spawn(process.execPath, [ng, 'build', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function compile() {
  const child = ngBuild(['--progress=false']);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Fault(`The screens could not be built:\n${words.trim()}`);
}

/** The service worker, with the paths of all files the app may need and a fingerprint that changes with any of them. */
export function writeServiceWorker(pages) {
  const files = globSync('**/*.{js,css,json,svg,woff2}', { cwd: pages })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name !== 'sw.js')
    .sort();
  const hash = createHash('sha256');
  for (const name of ['index.html', ...files]) hash.update(name).update(readFileSync(join(pages, name)));
  const source = readFileSync(join(root, 'apps/web/service-worker.mjs'), 'utf8');
  const worker = source
    .replace(`'unbuilt'`, `'${hash.digest('hex').slice(0, 16)}'`)
    .replace('new Set([])', `new Set(${JSON.stringify(files.map((name) => `/${name}`))})`);
  writeFileSync(join(pages, 'sw.js'), worker);
}

async function compress(pages) {
  const names = globSync('**/*.{js,css,html,json,svg,txt,webmanifest,ico}', { cwd: pages });
  const squeeze = [promisify(brotliCompress), promisify(gzip)];
  await Promise.all(
    names.map(async (name) => {
      const file = join(pages, name);
      const bytes = readFileSync(file);
      const hint = {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      };
      writeFileSync(`${file}.br`, await squeeze[0](bytes, hint));
      writeFileSync(`${file}.gz`, await squeeze[1](bytes, { level: 9 }));
    }),
  );
}

/** What a first visit must fetch, in brotli bytes: scripts named by index.html with all they import at once, and preloaded fonts. */
export function weigh(pages) {
  const html = readFileSync(join(pages, 'index.html'), 'utf8');
  const named = (pattern) => [...html.matchAll(pattern)].map(([, name]) => name.replace(/^\.?\//, ''));
  const scripts = new Set();
  const visit = (name) => {
    if (scripts.has(name) || !existsSync(join(pages, name))) return;
    scripts.add(name);
    const source = readFileSync(join(pages, name), 'utf8');
    for (const [, next] of source.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)) visit(next);
  };
  named(/<script[^>]+src="([^"]+\.js)"/g).forEach(visit);
  named(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+\.js)"/g).forEach(visit);
  const fonts = named(/<link(?=[^>]+rel="preload")[^>]+href="([^"]+\.woff2)"/g);
  const sum = (files, ending) =>
    files
      .filter((name) => existsSync(join(pages, name)))
      .reduce((total, name) => total + readFileSync(join(pages, name + ending)).length, 0);
  // woff2 is brotli already.
  return { script: sum([...scripts], '.br'), fonts: sum(fonts, '') };
}

export async function buildWeb() {
  await fonts();
  await compile();
  const pages = pagesIn(out);
  writeServiceWorker(pages);
  await compress(pages);
  const weight = weigh(pages);
  const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  for (const part of ['script', 'fonts']) {
    if (weight[part] > limits[part]) {
      throw new Fault(
        `The first visit fetches too much: ${part} ${kilo(weight[part])} of at most ${kilo(limits[part])}, brotli.`,
      );
    }
  }
  return `scripts ${kilo(weight.script)} of ${kilo(limits.script)}, fonts ${kilo(weight.fonts)} of ${kilo(limits.fonts)}`;
}
