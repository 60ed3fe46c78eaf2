import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionView, SignIn } from '@opiring/contract/identity';
import { type Caller, hashOf, NotFound, type OpenTx, Work } from '@opiring/platform/api';
import { Account } from './account.entity';
import { Attempts } from './attempts';
import { LinkSpent, SignInRefused } from './identity.errors';
import { passwordFits } from './passwords';

/** How long a session lasts, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 3600;

/** A new session: the token leaves once, in the cookie. */
export interface NewSession {
  token: string;
  accountId: string;
}
/** Where a request comes from. */
export interface Origin {
  address: string;
  userAgent: string;
}

interface SessionRow {
  id: string;
  user_agent: string;
  created_at: Date;
  last_seen_at: Date;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly work: Work,
    private readonly attempts: Attempts,
  ) {}

  async byPassword({ email, password }: SignIn, from: Origin): Promise<NewSession> {
    await this.attempts.count(email, from.address);
    const account = await this.work.open((tx) => tx.manager.findOneBy(Account, { email }));
    const fits = await passwordFits(account?.passwordHash, password);
    if (!account || !fits || account.disabledAt) throw new SignInRefused();
    return this.work.open((tx) => this.start(tx, account.id, from));
  }

  /** Consumes a one-time link; throws LinkSpent where it is unknown, used or too old. */
  byLink(token: string, from: Origin): Promise<NewSession> {
    return this.work.open(async (tx) => {
      const [rows] = await tx.manager.query<[{ account_id: string }[], number]>(
        `UPDATE sign_in_links l SET used_at = now() FROM accounts a
          WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > now() AND a.id = l.account_id AND a.disabled_at IS NULL
        RETURNING l.account_id`,
        [hashOf(token)],
      );
      const link = rows[0];
      if (!link) throw new LinkSpent();
      return this.start(tx, link.account_id, from);
    });
  }

  list(caller: Caller): Promise<SessionView[]> {
    return this.work.read(caller, async (tx) => {
      const rows = await tx.manager.query<SessionRow[]>(
        `SELECT id, user_agent, created_at, last_seen_at FROM sessions
          WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > now() ORDER BY last_seen_at DESC LIMIT 100`,
        [tx.viewer.accountId],
      );
      return rows.map((row) => ({
        id: row.id,
        current: row.id === tx.viewer.sessionId,
        userAgent: row.user_agent,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
      }));
    });
  }

  /** Signs out here. */
  endCurrent(caller: Caller): Promise<void> {
    return this.work.write(caller, (tx) =>
      this.revoke(tx, tx.viewer.accountId, tx.viewer.sessionId).then(() => undefined),
    );
  }

  /** Signs out one of my devices. */
  end(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      if ((await this.revoke(tx, tx.viewer.accountId, id)) === 0) throw new NotFound();
    });
  }

  /** Signs out everywhere. */
  endAll(caller: Caller): Promise<void> {
    return this.work.write(caller, (tx) => this.revoke(tx, tx.viewer.accountId).then(() => undefined));
  }

  private async revoke(tx: OpenTx, accountId: string, id?: string): Promise<number> {
    const [, ended] = await tx.manager.query<[unknown, number]>(
      `UPDATE sessions SET revoked_at = now() WHERE account_id = $1 AND ($2::uuid IS NULL OR id = $2) AND revoked_at IS NULL`,
      [accountId, id ?? null],
    );
    return ended;
  }

  private async start(tx: OpenTx, accountId: string, { userAgent }: Origin): Promise<NewSession> {
    const token = randomBytes(32).toString('base64url');
    await tx.manager.query(
      `INSERT INTO sessions (account_id, token_hash, user_agent, expires_at) VALUES ($1, $2, $3, now() + make_interval(secs => $4))`,
      [accountId, hashOf(token), userAgent.slice(0, 300), SESSION_SECONDS],
    );
    return { token, accountId };
  }
}
