import 'reflect-metadata';
import { Accounts, SignInLinksService } from '@opiring/identity/api';
import { Work } from '@opiring/platform/api';
import { createApp } from './app';
import { optionsFrom } from './options';

/** Prints a one-time link for the first admin of an installation that has nobody yet. */
const app = await createApp({ ...optionsFrom(process.env), webRoot: undefined });
try {
  const link = await app.get(Work).open(async (tx) => {
    await tx.manager.query('SELECT pg_advisory_xact_lock(7004)');
    const [people] = await tx.manager.query<{ some: boolean }[]>(
      `SELECT EXISTS (SELECT FROM accounts WHERE admin_since IS NOT NULL AND email <> 'admin@localhost.invalid') OR EXISTS (SELECT FROM memberships) AS some`,
    );
    if (people?.some) return undefined;
    const accounts = app.get(Accounts);
    const email = process.env['ADMIN_EMAIL'] ?? 'admin@localhost.invalid';
    const id = await accounts.ensure(tx, email, process.env['ADMIN_NAME'] ?? 'Haldur');
    await accounts.makeAdmin(tx, id);
    return app.get(SignInLinksService).make(tx, id, 24 * 60);
  });
  if (link)
    process.stdout.write(`Open this link once to sign in as the first admin (good for a day): ${link}\n`);
} finally {
  await app.close();
}
