// `npm run lint`: Nx draws the map of projects first, because its boundary rule is silent without one; then ESLint.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const env = {
  ...process.env,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_ISOLATE_PLUGINS: 'false',
};
const run = (script, args, stdio) =>
  spawnSync(process.execPath, [script, ...args], { cwd: root, env, stdio });

const map = run('node_modules/nx/dist/bin/nx.js', ['show', 'projects'], ['ignore', 'pipe', 'pipe']);
if (map.status !== 0) {
  process.stderr.write(`${map.stdout}${map.stderr}`);
  process.exit(1);
}
const files = process.argv.slice(2);
const cache = ['--cache', '--cache-location', '.cache/eslint/', '--cache-strategy', 'content'];
const lint = run(
  'node_modules/eslint/bin/eslint.js',
  [...(files.length ? files : ['.']), '--max-warnings', '0', ...cache],
  'inherit',
);
process.exitCode = lint.status ?? 1;
