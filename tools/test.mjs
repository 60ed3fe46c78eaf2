// `npm test`: everything that must be true before a change is handed on; the last line is the sum.
import { bootstrap } from './bootstrap.mjs';

async function browser({ run, fromPlaywright }) {
  const { rmSync, mkdtempSync } = await import('node:fs');
  const { spawn } = await import('node:child_process');
  const { freePort } = await import('./postgres.mjs');
  const port = await freePort();
  const data = mkdtempSync('.cache/e2e-');
  const env = {
    ...process.env,
    PORT: String(port),
    OPIRING_DATA: data,
    PUBLIC_URL: `http://localhost:${port}`,
  };
  for (const name of ['DATABASE_URL', 'DATABASE_APP_URL', 'SMTP_URL', 'NODE_ENV']) delete env[name];
  const server = spawn(process.execPath, ['tools/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  const ready = new Promise((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (chunk) => (words += chunk) && words.includes('is ready at') && resolve(true));
    }
    server.once('exit', () => resolve(false));
  });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  try {
    if (!(await ready)) return { passed: 0, failed: 1, words };
    const report = '.cache/e2e.json';
    rmSync(report, { force: true });
    const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'apps/web-e2e/playwright.config.ts'];
    const full = process.argv.includes('--full') ? { E2E_FULL: '1' } : {};
    return fromPlaywright(
      report,
      await run(args, { E2E_BASE_URL: env.PUBLIC_URL, E2E_REPORT: report, ...full }),
    );
  } finally {
    server.kill('SIGTERM');
    await gone;
    rmSync(data, { recursive: true, force: true });
  }
}

/** Kills and restarts of what was just built; fifty of each with --full. */
async function hardship({ run, fromTap }) {
  const args = ['--test', '--test-concurrency=1', '--test-reporter=tap', 'tools/hardship/*.test.mjs'];
  return fromTap(await run(args, process.argv.includes('--full') ? { HARDSHIP_FULL: '1' } : {}));
}

function jest(config, env, { run, fromJest }) {
  return async () => {
    const report = `.cache/${config}.json`;
    const { rmSync } = await import('node:fs');
    rmSync(report, { force: true });
    const args = [
      'node_modules/jest/bin/jest.js',
      '-c',
      `${config}.config.mjs`,
      '--json',
      `--outputFile=${report}`,
    ];
    const full = process.argv.includes('--full') ? { TEST_FULL: '1' } : {};
    return fromJest(report, await run([...args, '--passWithNoTests'], { ...env, ...full }));
  };
}

bootstrap(import.meta.url, async () => {
  const { mkdirSync } = await import('node:fs');
  const tools = await import('./report.mjs');
  const { run, asOne } = tools;
  mkdirSync('.cache', { recursive: true });
  const cruise = [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
  ];
  const steps = [
    ['Lint', async () => asOne(await run(['tools/lint.mjs']))],
    ['Types', async () => asOne(await run(['tools/types.mjs']))],
    ['No import cycles', async () => asOne(await run([...cruise, 'apps', 'libs', 'tools']))],
    [
      'Server, contract and tools',
      jest('jest.api', { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' }, tools),
    ],
    ['Screens', jest('jest.web', {}, tools)],
    ['Build within the budget', async () => asOne(await run(['tools/build.mjs']))],
    ['Killed and restarted', () => hardship(tools)],
    ['Browser', () => browser(tools)],
  ];
  const sum = { passed: 0, failed: 0 };
  const last = [];
  for (const [name, step] of steps) {
    const began = Date.now();
    const { passed, failed, words, names = [] } = await step();
    if (failed) console.log(`\n${words}\n`);
    console.log(
      `${name}: ${passed} passed, ${failed} failed (${((Date.now() - began) / 1000).toFixed(0)} s)`,
    );
    sum.passed += passed;
    sum.failed += failed;
    if (failed) last.push(...(names.length ? names : ['']).map((one) => `Failed: ${name}: ${one}`));
  }
  // Said again where whoever reads the end of a long output finds it.
  for (const line of last) console.log(line);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exit(sum.failed ? 1 : 0);
});
