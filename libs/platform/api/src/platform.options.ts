import type { KeyObject } from 'node:crypto';
import type { FileOptions } from './files';

/** How to reach a mail server; without it, mail is not sent. */
export interface MailOptions {
  url: string;
  from: string;
}

/** What the installation was started with; a class so that it can be injected by type. */
export class PlatformOptions {
  /** The serving role's database. */
  databaseUrl!: string;
  publicUrl!: string;
  demo!: boolean;
  mail?: MailOptions | undefined;
  /** The built web app's folder; without it only the API is served. */
  webRoot?: string | undefined;
  /** Connections to the database at once. */
  poolSize?: number | undefined;
  /** What badges are signed with; without it a key is made and kept in the database. */
  badgeKey?: KeyObject | undefined;
  /** Where files are kept. */
  files!: FileOptions;
  /** Behind a proxy that sets X-Forwarded-For. */
  trustProxy?: boolean | undefined;
  /** Whether this process tells other systems what happened, by the clock. */
  carries?: boolean | undefined;
  /** 32 bytes that secrets of other systems are sealed with; without them the database keeps the key. */
  sealingKey?: Buffer | undefined;
  /** Other systems may stand on this machine or in a private network, and be spoken to without TLS. */
  privateReceivers?: boolean | undefined;
}
