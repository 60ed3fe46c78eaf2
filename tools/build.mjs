// `npm run build`: the server and the screens into dist/. What has not changed is not built again.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, Fault } from './fault.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamps = join(root, 'dist/.stamp');
const common = ['package-lock.json', 'tsconfig.base.json', 'libs/contract/src/**/*.ts'];

const parts = {
  api: {
    inputs: [...common, '{apps/api,libs/*/api}/**/*', 'tools/{swc,build-api}.mjs'],
    output: 'dist/api/main.mjs',
    build: async () => (await import('./build-api.mjs')).buildApi().then(() => 'the server'),
  },
  web: {
    inputs: [
      ...common,
      '{apps/web,libs/*/web,libs/platform/ui}/**/*',
      'angular.json',
      'tsconfig.web.json',
      'tools/{build-web,fonts}.mjs',
    ],
    output: 'dist/web',
    build: async () => `the screens: ${await (await import('./build-web.mjs')).buildWeb()}`,
  },
};

function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const pattern of inputs) {
    const files = globSync(pattern, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
      if (!file.endsWith('.spec.ts'))
        hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function once(act) {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

/** Builds what changed; the answer is one line per part built. */
export async function build({
  only = Object.keys(parts),
  log = () => undefined,
  before = () => undefined,
} = {}) {
  mkdirSync(stamps, { recursive: true });
  const announce = once(before);
  const built = only.map(async (name) => {
    const part = parts[name];
    const [stamp, print] = [join(stamps, name), fingerprint(part.inputs)];
    if (existsSync(join(root, part.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print)
      return;
    rmSync(stamp, { force: true });
    announce();
    log(`Built ${await part.build()}.`);
    writeFileSync(stamp, print);
  });
  const failed = (await Promise.allSettled(built)).find(({ status }) => status === 'rejected');
  if (failed) throw explain(failed.reason, join(root, 'dist'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const only = process.argv.slice(2).filter((name) => name in parts);
  try {
    await build({ only: only.length ? only : undefined, log: console.log });
  } catch (error) {
    console.error(error instanceof Fault ? error.message : error);
    process.exitCode = 1;
  }
}
