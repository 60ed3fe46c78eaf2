// `npm run bench`: the API beside a bare server that answers the same, measured in turns. `-- --quick` for a first look.
import { bootstrap } from './bootstrap.mjs';

bootstrap(import.meta.url, async () => {
  const { bench } = await import('./bench/bench.mjs');
  await bench({ quick: process.argv.includes('--quick') });
});
