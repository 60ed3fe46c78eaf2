import type { DataSource } from 'typeorm';

/** The oldest server whose features are used (uuidv7). */
const OLDEST = 180_000;

/** The API serves only as a role that row-level security binds; anything else stops the start with one sentence. */
export async function refuseUnsafeRole(source: DataSource): Promise<void> {
  const [role] = await source.query<{ unsafe: boolean; version: number; owns: boolean }[]>(
    `SELECT rolsuper OR rolbypassrls AS unsafe, current_setting('server_version_num')::int AS version,
            EXISTS (SELECT FROM pg_tables WHERE tableowner = current_user AND schemaname = 'public') AS owns
       FROM pg_roles WHERE rolname = current_user`,
  );
  if (!role || role.unsafe)
    throw new Error(
      'The API will not serve as a superuser or with BYPASSRLS: give DATABASE_APP_URL a plain role.',
    );
  if (role.owns)
    throw new Error(
      'The API will not serve as the owner of its tables: give DATABASE_APP_URL a role that owns nothing.',
    );
  if (role.version < OLDEST) throw new Error('Õpiring needs PostgreSQL 18 or newer.');
}
