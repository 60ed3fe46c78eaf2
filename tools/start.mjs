// `npm start`: everything from a clean clone to an address one can open. `npm start -- --empty` leaves the demo out.
import { bootstrap } from './bootstrap.mjs';

bootstrap(import.meta.url, async () => {
  const { serve } = await import('./serve.mjs');
  await serve({ empty: process.argv.includes('--empty'), demo: process.argv.includes('--demo') });
});
