import { Injectable } from '@nestjs/common';
import type { ChangeAccount, MembershipView, MeView, SetPassword } from '@opiring/contract/identity';
import { type Caller, NotFound, type Tx, Work } from '@opiring/platform/api';
import { Account } from './account.entity';
import { CurrentPasswordWrong } from './identity.errors';
import { hashPassword, passwordFits } from './passwords';

const MY_MEMBERSHIPS = `
  SELECT m.id, m.cohort_id AS "cohortId", c.name AS "cohortName", p.slug AS "programmeSlug", c.time_zone AS "timeZone", m.role,
         CASE WHEN m.ended_at IS NULL THEN 'active' ELSE 'ended' END AS state, m.seat, m.municipality
    FROM memberships m JOIN cohorts c ON c.id = m.cohort_id JOIN programmes p ON p.id = c.programme_id
   WHERE m.account_id = $1 ORDER BY m.ended_at IS NOT NULL, c.starts_on DESC, m.id`;

/** What is one's own: the account, its memberships, its password. */
@Injectable()
export class MeService {
  constructor(private readonly work: Work) {}

  me(caller: Caller): Promise<MeView> {
    return this.work.read(caller, (tx) => this.view(tx));
  }

  change(caller: Caller, { name, locale, mail }: ChangeAccount): Promise<MeView> {
    return this.work.write(caller, async (tx) => {
      await tx.manager.query(
        `UPDATE accounts SET name = coalesce($2, name), locale = coalesce($3, locale),
           mail_off_at = CASE $4::boolean WHEN true THEN NULL WHEN false THEN coalesce(mail_off_at, $5) ELSE mail_off_at END
          WHERE id = $1`,
        [tx.viewer.accountId, name ?? null, locale ?? null, mail ?? null, tx.now],
      );
      return this.view(tx);
    });
  }

  /** A new password signs out every other session. */
  async setPassword(caller: Caller, { current, password }: SetPassword): Promise<void> {
    const account = await this.work.read(caller, (tx) => this.account(tx));
    if (account.passwordHash && !(await passwordFits(account.passwordHash, current ?? '')))
      throw new CurrentPasswordWrong();
    const hash = await hashPassword(password);
    await this.work.write(caller, async (tx) => {
      await tx.manager.query('UPDATE accounts SET password_hash = $2 WHERE id = $1', [
        tx.viewer.accountId,
        hash,
      ]);
      await tx.manager.query(
        'UPDATE sessions SET revoked_at = now() WHERE account_id = $1 AND id <> $2 AND revoked_at IS NULL',
        [tx.viewer.accountId, tx.viewer.sessionId],
      );
    });
  }

  private async account(tx: Tx): Promise<Account> {
    const account = await tx.manager.findOneBy(Account, { id: tx.viewer.accountId });
    if (!account) throw new NotFound();
    return account;
  }

  private async view(tx: Tx): Promise<MeView> {
    const { id, email, name, locale, adminSince, passwordHash, mailOffAt } = await this.account(tx);
    const memberships = await tx.manager.query<MembershipView[]>(MY_MEMBERSHIPS, [id]);
    return {
      account: {
        id,
        email,
        name,
        locale,
        admin: adminSince !== null,
        hasPassword: passwordHash !== null,
        mail: mailOffAt === null,
      },
      memberships,
    };
  }
}
