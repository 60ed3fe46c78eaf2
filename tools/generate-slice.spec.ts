import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const env = {
  ...process.env,
  NODE_OPTIONS: '',
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
};

describe('a generated slice', () => {
  const copy = mkdtempSync(join(tmpdir(), 'slice-'));
  const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, env, encoding: 'utf8' });
  let generated: string[];

  beforeAll(() => {
    const what = [
      'package.json',
      'package-lock.json',
      'nx.json',
      '.prettierrc',
      'eslint.config.mjs',
      'tsconfig.base.json',
    ];
    for (const name of [...what, 'libs', 'apps', 'tools'])
      cpSync(name, join(copy, name), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
    const made = node('tools/generate-slice.mjs', 'journal', 'learning-goal');
    generated = made.stdout.split('\n').filter((path) => path.endsWith('.ts'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('has a contract, a server, specs and a screen', () => {
    expect(generated.map((path) => relative('libs', path))).toEqual(
      expect.arrayContaining([
        'contract/src/learning-goals.ts',
        'journal/api/src/learning-goal.policy.spec.ts',
        'journal/api/src/learning-goals.controller.ts',
        'journal/web/src/learning-goals-page.ts',
      ]),
    );
  });

  it('has the right types', () => {
    const options = { types: ['node', 'jest'], lib: ['ES2023', 'DOM', 'DOM.Iterable'] };
    const config = {
      extends: './tsconfig.base.json',
      compilerOptions: options,
      include: [],
      files: generated,
    };
    writeFileSync(join(copy, 'tsconfig.slice.json'), JSON.stringify(config));
    const { stdout } = node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.slice.json');
    expect(stdout.split('\n').filter((line) => line.includes('learning-goal'))).toEqual([]);
  }, 60_000);

  it('pleases lint', () => {
    expect(node('node_modules/nx/dist/bin/nx.js', 'show', 'projects').stdout).toContain('journal-api');
    const lint = node('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...generated);
    expect(lint.stdout + lint.stderr).toBe('');
  }, 60_000);
});
