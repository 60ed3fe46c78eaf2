import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SignInLinkAnswer } from '@opiring/contract/identity';
import { hashOf, type OpenTx, PlatformOptions, Work } from '@opiring/platform/api';
import { Account } from './account.entity';
import { Attempts } from './attempts';
import { PostOffice } from './post-office';
import { signInLetter } from './sign-in-letter';

/** One-time links: stored as hashes, good for half an hour, one use. */
@Injectable()
export class SignInLinksService {
  constructor(
    private readonly work: Work,
    private readonly attempts: Attempts,
    private readonly mail: PostOffice,
    private readonly options: PlatformOptions,
  ) {}

  /** Answers alike whether or not the address is known. In the demo without mail the link is shown instead. */
  async ask(email: string, address: string): Promise<SignInLinkAnswer> {
    await this.attempts.count(email, address);
    const made = await this.work.open(async (tx) => {
      const account = await tx.manager.findOneBy(Account, { email });
      return account && !account.disabledAt
        ? { account, link: await this.make(tx, account.id, 30) }
        : undefined;
    });
    if (!made) return {};
    if (this.options.demo && !this.mail.sends) return { demoLink: made.link };
    this.mail.post(signInLetter(made.account.email, made.account.locale, made.link));
    return {};
  }

  /** A link good for `minutes`; the token is in the fragment, which no server's log sees. */
  async make(tx: OpenTx, accountId: string, minutes: number): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.manager.query(
      `INSERT INTO sign_in_links (account_id, token_hash, expires_at) VALUES ($1, $2, now() + make_interval(mins => $3))`,
      [accountId, hashOf(token), minutes],
    );
    return `${this.options.publicUrl}/sisene/link#${token}`;
  }
}
