import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PlatformOptions } from '@opiring/platform/api';
import { badgeKeyFrom } from './badge-key';

/** The options an installation gives through its environment; each variable is explained in the README. */
export function optionsFrom(env: NodeJS.ProcessEnv): PlatformOptions {
  const databaseUrl = env['DATABASE_APP_URL'];
  if (!databaseUrl) throw new Error('DATABASE_APP_URL is missing: the database as the serving role sees it.');
  const port = env['PORT'] ?? '3000';
  const webRoot = resolve(env['WEB_ROOT'] ?? 'dist/web');
  const smtp = env['SMTP_URL'];
  return {
    databaseUrl,
    files: filesFrom(env),
    publicUrl: (env['PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    demo: env['OPIRING_DEMO'] === '1',
    mail: smtp ? { url: smtp, from: env['MAIL_FROM'] ?? 'Õpiring <opiring@localhost>' } : undefined,
    webRoot: existsSync(resolve(webRoot, 'index.html')) ? webRoot : undefined,
    badgeKey: badgeKeyFrom(env),
    poolSize: Number(env['DATABASE_POOL'] ?? 20),
    trustProxy: env['TRUST_PROXY'] === '1',
    carries: true,
    sealingKey: keyFrom(env['SEALING_KEY']),
    privateReceivers: env['PRIVATE_RECEIVERS'] === '1',
  };
}

function keyFrom(text: string | undefined): Buffer | undefined {
  if (!text) return undefined;
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) throw new Error('SEALING_KEY must be 32 bytes in base64.');
  return key;
}

/** A bucket where one is named, else a folder beside the database's. */
function filesFrom(env: NodeJS.ProcessEnv): PlatformOptions['files'] {
  const bucket = env['S3_BUCKET'];
  if (!bucket)
    return { folder: resolve(env['OPIRING_FILES'] ?? join(env['OPIRING_DATA'] ?? '.data', 'files')) };
  return {
    s3: {
      bucket,
      endpoint: env['S3_ENDPOINT'],
      region: env['S3_REGION'] ?? 'eu-north-1',
      accessKeyId: env['S3_ACCESS_KEY_ID'],
      secretAccessKey: env['S3_SECRET_ACCESS_KEY'],
      prefix: env['S3_PREFIX'] ?? 'opiring/',
    },
  };
}
