import { Injectable } from '@nestjs/common';
import type { OpenTx } from '@opiring/platform/api';
import type { Locale } from '@opiring/contract/values';
import { Account } from './account.entity';
import { hashPassword } from './passwords';

/** The front door to accounts for the contexts that invite people. */
@Injectable()
export class Accounts {
  /** The account with this address, made where there is none. An existing one keeps its own name. */
  async ensure(tx: OpenTx, email: string, name: string, locale: Locale = 'et'): Promise<string> {
    await tx.manager.query(
      'INSERT INTO accounts (email, name, locale) VALUES ($1, $2, $3) ON CONFLICT (email) DO NOTHING',
      [email, name, locale],
    );
    const account = await tx.manager.findOneByOrFail(Account, { email });
    return account.id;
  }

  /** Gives the account a password without asking for an old one; for the demo's people. */
  async setPassword(tx: OpenTx, id: string, password: string): Promise<void> {
    await tx.manager.query('UPDATE accounts SET password_hash = $2 WHERE id = $1', [
      id,
      await hashPassword(password),
    ]);
  }

  /** Makes the account one that runs the installation. */
  async makeAdmin(tx: OpenTx, id: string): Promise<void> {
    await tx.manager.query('UPDATE accounts SET admin_since = coalesce(admin_since, now()) WHERE id = $1', [
      id,
    ]);
  }
}
