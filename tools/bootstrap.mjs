// What must happen before anything else can run: the right Node and the packages. Parses on old Nodes, imports nothing from npm.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, Fault } from './fault.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const pinnedNode = join(root, 'node_modules/.bin/node');

function isOlder(version, than) {
  const [mine, wanted] = [version, than].map((text) => text.split('.').map(Number));
  const at = mine.findIndex((part, index) => part !== wanted[index]);
  return at >= 0 && mine[at] < wanted[at];
}

function refuseOldNode(oldest) {
  if (!isOlder(process.versions.node, oldest)) return;
  throw new Fault(
    `This is Node ${process.versions.node}, and Õpiring needs ${oldest} or newer: install it from nodejs.org and try again.`,
  );
}

/** Are exactly the locked packages there? npm notes what it installed only once it has finished. */
export function packagesAreThere(folder = root) {
  try {
    const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).packages;
    const there = read('node_modules/.package-lock.json');
    return Object.entries(read('package-lock.json')).every(([path, wanted]) => {
      if (path === '') return true;
      return there[path]
        ? there[path].version === wanted.version
        : wanted.optional || wanted.devOptional || wanted.peer;
    });
  } catch {
    return false;
  }
}

async function install(log) {
  log('Installing the packages (this happens once and takes a minute or two) …');
  const { npm_execpath: npm } = process.env;
  const [command, ...first] = npm && npm.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  let words = '';
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
    child.once('error', (error) => resolve((words += error.message)));
    child.once('exit', resolve);
  });
  if (code === 0) return;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(words)) {
    throw new Fault(
      'The packages cannot be fetched: the package registry does not answer. Check the network and try again.',
    );
  }
  throw explain(new Fault(`The packages could not be installed:\n${words.trim()}`), root);
}

/** Hands over to the Node that npm pinned. Returns false when this is already it. */
function handOver(script) {
  if (!existsSync(pinnedNode) || realpathSync(pinnedNode) === realpathSync(process.execPath)) return false;
  const child = spawn(pinnedNode, [script, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
  return true;
}

/** Runs `task` on the pinned Node with all packages present; a Fault ends in its one sentence. */
export async function bootstrap(script, task, { log = console.log } = {}) {
  try {
    refuseOldNode('20.19.0');
    if (!packagesAreThere()) await install(log);
    if (handOver(fileURLToPath(script))) return;
    refuseOldNode('24.15.0');
    await task();
  } catch (error) {
    console.error(error instanceof Fault ? error.message : error);
    process.exit(1);
  }
}
