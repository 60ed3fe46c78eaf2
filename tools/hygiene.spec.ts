import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';

function textFiles(): string[] {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const binary = /\.(png|jpe?g|webp|woff2?|ttf|ico|pdf|wasm)$/;
  return stdout
    .split('\n')
    .filter((name) => name && !binary.test(name) && name !== 'package-lock.json' && existsSync(name));
}

describe('the checkout', () => {
  it('locks packages without naming a registry’s host', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { resolved?: string }>;
    };
    expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
  });

  it('carries no path of anybody’s machine', () => {
    const home = new RegExp(
      ['/ro' + 'ot/', '/wo' + 'rk/', '/ho' + 'me/\\w+/', '/Us' + 'ers/\\w+/'].join('|'),
    );
    expect(textFiles().filter((name) => home.test(readFileSync(name, 'utf8')))).toEqual([]);
  });

  it('leaves nothing undone or switched off', () => {
    const marks =
      /@ts-(?:ignore|nocheck|expect-error)|\b(?:it|test|describe)\.(?:skip|only)\b|\bx(?:it|describe)\(/;
    const sources = globSync('{apps,libs,tools}/**/*.ts').filter((name) => name !== 'tools/hygiene.spec.ts');
    expect(sources.filter((name) => marks.test(readFileSync(name, 'utf8')))).toEqual([]);
  });
});
