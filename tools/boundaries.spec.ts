import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const env = { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', NX_NO_CLOUD: 'true' };
const node = (args: string[], input = '') =>
  spawnSync(process.execPath, args, { env, input, encoding: 'utf8' });
const boundary = '@nx/enforce-module-boundaries';

const plants = [
  { refused: boundary, path: 'libs/cohorts/api/src/planted.ts', from: '@opiring/journal/api' },
  { refused: boundary, path: 'libs/journal/api/src/planted.ts', from: '@opiring/platform/ui' },
  { refused: boundary, path: 'libs/platform/api/src/planted.ts', from: '@opiring/identity/api' },
  { refused: boundary, path: 'libs/journal/web/src/planted.ts', from: '@opiring/journal/api' },
  { refused: boundary, path: 'libs/contract/src/planted.ts', from: '@opiring/platform/api' },
  {
    refused: '@typescript-eslint/no-restricted-imports',
    path: 'libs/journal/web/src/planted.ts',
    from: 'typeorm',
  },
  {
    refused: '@typescript-eslint/no-restricted-imports',
    path: 'libs/journal/web/src/planted.ts',
    from: '@opiring/contract/journal',
  },
  {
    refused: '@typescript-eslint/no-restricted-imports',
    path: 'libs/journal/api/src/planted.ts',
    from: '@angular/core',
  },
  { refused: undefined, path: 'libs/journal/api/src/planted.ts', from: '@opiring/cohorts/api' },
];

describe('the borders between contexts', () => {
  let found: string[][];

  beforeAll(() => {
    const map = node(['node_modules/nx/dist/bin/nx.js', 'show', 'projects']);
    expect(map.status).toBe(0);
    const texts = plants.map(({ path, from }) => ({
      path,
      text: `import * as planted from '${from}';\nplanted;\n`,
    }));
    const linted = node(['tools/lint-texts.mjs'], JSON.stringify(texts));
    expect(linted.stderr).toBe('');
    found = JSON.parse(linted.stdout) as string[][];
  }, 90_000);

  it.each(plants.map((plant, at) => ({ ...plant, at })))(
    '$path importing $from: $refused',
    ({ refused, at }) => {
      if (refused) expect(found[at]).toContain(refused);
      else expect(found[at]).not.toContain(boundary);
    },
  );

  it('refuses a cycle', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cycle-'));
    writeFileSync(join(folder, 'a.mjs'), `import './b.mjs';\n`);
    writeFileSync(join(folder, 'b.mjs'), `import './a.mjs';\n`);
    const cruise = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const config = join(process.cwd(), '.dependency-cruiser.cjs');
    writeFileSync(
      join(folder, 'tsconfig.base.json'),
      '{"files": ["a.mjs"], "compilerOptions": {"allowJs": true}}',
    );
    const { stdout, status } = spawnSync(process.execPath, [cruise, '--config', config, '.'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(stdout).toContain('no-circular');
    expect(status).not.toBe(0);
  });
});

describe('every project', () => {
  const projects = globSync('{apps,libs}/**/project.json').map((file) => {
    const { tags = [] } = JSON.parse(readFileSync(file, 'utf8')) as { tags?: string[] };
    return { file, tags };
  });

  it.each(projects)('$file has one scope and one type', ({ tags }) => {
    expect(tags.filter((tag) => tag.startsWith('scope:'))).toHaveLength(1);
    expect(tags.filter((tag) => /^type:(api|web|ui|contract|testing)$/.test(tag))).toHaveLength(1);
    expect(tags).toHaveLength(2);
  });

  it.each(globSync('libs/!(platform)/{api,web}/src/index.ts'))('%s names at most ten things', (file) => {
    const source = readFileSync(file, 'utf8');
    expect(source).not.toMatch(/export\s*\*/);
    const names = [...source.matchAll(/export\s+(?:type\s+)?{([^}]*)}/g)].flatMap(([, list = '']) =>
      list.split(',').filter((name) => name.trim()),
    );
    expect(names.length).toBeLessThanOrEqual(10);
  });
});
