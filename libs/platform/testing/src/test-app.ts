import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import { testDatabase } from './test-database';

/** What a test may ask of the server it starts. */
export interface AppOptions {
  databaseUrl: string;
  publicUrl: string;
  demo: boolean;
  mail: unknown;
  badgeKey?: KeyObject | undefined;
  /** Where files are kept; a folder of the test's own, unless two servers share one. */
  files: { folder: string } | { s3: object };
}

type CreateApp = (options: AppOptions) => Promise<NestFastifyApplication>;

/** The whole server on its own database, listening on a free port. */
export interface TestApp {
  readonly url: string;
  readonly nest: NestFastifyApplication;
  /** The owner's client, past row-level security. */
  readonly database: pg.Client;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** Loaded late and by name, because a library may not stand on the application that is made of it. */
async function loadFactory(): Promise<CreateApp> {
  const factory = '../../../../apps/api/src/app';
  const loaded = (await import(factory)) as { createApp: CreateApp };
  return loaded.createApp;
}

/** Starts the server as production would; the caller closes it in `afterAll`. */
export async function testApp(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'opiring-files-'));
  try {
    const createApp = await loadFactory();
    const nest = await createApp({
      databaseUrl: database.appUrl,
      publicUrl: 'http://localhost:3000',
      demo: false,
      mail: undefined,
      files: { folder },
      ...options,
    });
    await nest.listen(0, '127.0.0.1');
    return {
      url: await nest.getUrl(),
      nest,
      database: database.owner,
      ownerUrl: database.ownerUrl,
      appUrl: database.appUrl,
      folder,
      close: async () => {
        await nest.close();
        await database.drop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await database.drop();
    throw error;
  }
}
