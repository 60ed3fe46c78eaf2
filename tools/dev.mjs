// `npm run dev`: as `npm start`, and every saved file is built at once; the server starts again, the page is reloaded by hand.
import { bootstrap } from './bootstrap.mjs';

bootstrap(import.meta.url, async () => {
  const { mkdirSync, rmSync } = await import('node:fs');
  const { watchApi } = await import('./build-api.mjs');
  const { ngBuild } = await import('./build-web.mjs');
  const { serve } = await import('./serve.mjs');
  mkdirSync('dist/.stamp', { recursive: true });
  rmSync('dist/.stamp', { recursive: true });
  const web = ngBuild(['--watch', '--configuration', 'development', '--output-hashing', 'none']);
  for (const name of ['stdout', 'stderr']) web[name].pipe(process[name]);
  process.once('exit', () => web.kill('SIGTERM'));
  const now = {};
  let first;
  const built = new Promise((resolve) => (first = resolve));
  await watchApi(async () => {
    first();
    if (!now.running) return;
    await now.running.api.stop();
    await now.running.api.start().then(
      () => console.log('The server is running again.'),
      (error) => console.error(error.message),
    );
  });
  await built;
  now.running = await serve({
    empty: process.argv.includes('--empty'),
    demo: process.argv.includes('--demo'),
    watching: true,
  });
});
