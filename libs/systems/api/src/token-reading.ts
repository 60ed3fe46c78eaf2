import { Injectable } from '@nestjs/common';
import type { TokenScope } from '@opiring/contract/systems.values';
import { type Caller, NotFound, type OpenTx, TokenRefused, Work } from '@opiring/platform/api';
import { ScopeMissing, TooManyRequests } from './systems.errors';
import { canReadFacts, knows, type Token } from './token.policy';

/** Requests of one token in a minute, on all processes together. */
export const PER_MINUTE = 120;

/** A transaction of a token's: row-level security knows whose it is, and nothing can be written in it. */
export interface TokenTx extends OpenTx {
  readonly token: Token;
}

/** What a token reads, it reads here. Asked anew for every request, so that what was revoked is over with the next one. */
@Injectable()
export class TokenReading {
  constructor(private readonly work: Work) {}

  async read<T>(caller: Caller | undefined, deed: (tx: TokenTx) => Promise<T>): Promise<T> {
    if (!caller) throw new TokenRefused();
    await this.count(caller);
    return this.work.open(async (tx) => {
      const [opened] = await tx.manager.query<{ token: Token | null }[]>(
        'SELECT app.open_token($1) AS token',
        [caller.tokenHash],
      );
      if (!opened?.token) throw new TokenRefused();
      await tx.manager.query('SET TRANSACTION READ ONLY');
      return deed({ ...tx, token: opened.token });
    });
  }

  /** Reads something of a cohort: another's is not there, and what the token was not made for is refused. */
  readOf<T>(
    caller: Caller | undefined,
    cohortId: string,
    scope: TokenScope | 'cohort',
    deed: (tx: TokenTx) => Promise<T>,
  ): Promise<T> {
    return this.read(caller, (tx) => {
      if (!knows(tx.token, cohortId)) throw new NotFound();
      if (!canReadFacts(tx.token, scope)) throw new ScopeMissing(scope);
      return deed(tx);
    });
  }

  /** In a transaction of its own, so that one long answer does not hold up the token's next request. */
  private async count({ tokenHash }: Caller): Promise<void> {
    const within = await this.work.open(async (tx) => {
      const [row] = await tx.manager.query<{ within: boolean | null }[]>(
        'SELECT app.count_token($1, $2) AS within',
        [tokenHash, PER_MINUTE],
      );
      return row?.within ?? null;
    });
    if (within === null) throw new TokenRefused();
    if (!within) throw new TooManyRequests();
  }
}
