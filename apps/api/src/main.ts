import 'reflect-metadata';
import { createApp } from './app';
import { optionsFrom } from './options';

try {
  const app = await createApp(optionsFrom(process.env));
  await app.listen(Number(process.env['PORT'] ?? 3000), process.env['HOST'] ?? '127.0.0.1');
} catch (error) {
  process.stderr.write(
    `The API could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
