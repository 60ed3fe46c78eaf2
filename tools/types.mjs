// `npm run types`: the compiler's word on the server, the screens (templates too) and the browser tests.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each part has its own compiler, because only Angular's reads templates. */
const parts = [
  {
    name: 'api',
    bin: 'node_modules/typescript/bin/tsc',
    project: 'tsconfig.api.json',
    sources: '{apps/api,libs/*/api,libs/contract}/src/**/*.ts',
  },
  {
    name: 'web',
    bin: 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js',
    project: 'tsconfig.web.json',
    sources: '{apps/web,libs/*/web,libs/platform/ui}/src/**/*.ts',
  },
  {
    name: 'e2e',
    bin: 'node_modules/typescript/bin/tsc',
    project: 'tsconfig.e2e.json',
    sources: 'apps/web-e2e/**/*.ts',
  },
];

function check(part) {
  if (globSync(part.sources, { cwd: root }).length === 0) return Promise.resolve(0);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [part.bin, '-p', part.project, '--noEmit'], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const wanted = process.argv.slice(2);
const chosen = parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const codes = await Promise.all(chosen.map(check));
process.exitCode = codes.some((code) => code !== 0) ? 1 : 0;
