// The server as a few plain ES modules: dist/api/main.mjs and one file per `*.entry.ts`.
import { readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import esbuild from 'esbuild';
import { decorators } from './swc.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

export function apiEntries() {
  const entries = { main: 'apps/api/src/main.ts' };
  for (const file of globSync('apps/api/src/*.entry.ts', { cwd: root })) {
    entries[basename(file, '.entry.ts')] = file;
  }
  return entries;
}

export function apiOptions() {
  return {
    absWorkingDir: root,
    entryPoints: apiEntries(),
    outdir: 'dist/api',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    keepNames: true,
    // tsconfig.api.json would make esbuild guess decorators; the aliases are all it needs.
    tsconfig: 'tsconfig.base.json',
    plugins: [decorators(transform, readFile)],
    logLevel: 'warning',
  };
}

export const buildApi = () => esbuild.build(apiOptions());
export const watchApi = async (onBuilt) => {
  const context = await esbuild.context({
    ...apiOptions(),
    plugins: [
      ...apiOptions().plugins,
      {
        name: 'told',
        setup: (build) => build.onEnd(({ errors }) => (errors.length === 0 ? onBuilt() : undefined)),
      },
    ],
  });
  await context.watch();
  return context;
};
