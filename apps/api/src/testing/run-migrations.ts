import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Migrates in a process of its own, as an installation does. `down` takes the newest so many back. */
export function runMigrations(urls: { ownerUrl: string; appUrl: string }, down?: number): Promise<void> {
  const tool = pathToFileURL(resolve('tools/migrate.mjs')).href;
  const options = down === undefined ? {} : { direction: 'down', count: down };
  const script = `const { migrate } = await import(${JSON.stringify(tool)});
    await migrate(${JSON.stringify(urls.ownerUrl)}, ${JSON.stringify(urls.appUrl)}, ${JSON.stringify(options)});`;
  // The test's own flags are for jest; the tool runs plain.
  const env = { ...process.env, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  return new Promise((done, failed) => {
    child.once('close', (code) => (code === 0 ? done() : failed(new Error(words))));
  });
}
