import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MadeToken, MakeToken, TokenView } from '@opiring/contract/systems';
import { type Caller, hashOf, type Idempotency, NotFound, type Tx, Work } from '@opiring/platform/api';
import { leaderIn } from './leader';
import { canManageSystems } from './systems.policy';
import { MAKE_TOKEN, REVOKE_TOKEN, TOKEN_BY_ID, type TokenRow, TOKENS_IN } from './tokens.queries';

/** How every token begins, so that one found where it should not be is known for what it is. */
const PREFIX = 'opiring_';

/** Tokens in the hands of the program leader: made, shown once, revoked. */
@Injectable()
export class TokensService {
  constructor(private readonly work: Work) {}

  async make(
    caller: Caller,
    cohortId: string,
    { name, scopes, days }: MakeToken,
    once: Idempotency | undefined,
  ): Promise<MadeToken> {
    const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const beginning = secret.slice(0, PREFIX.length + 4);
    let made: string | undefined;
    const token = await this.work.once(
      caller,
      once,
      async (tx) => {
        const { id } = leaderIn(tx, cohortId);
        const values = [cohortId, id, name.trim(), beginning, hashOf(secret), scopes, tx.now, days];
        const [row] = await tx.manager.query<{ id: string }[]>(MAKE_TOKEN, values);
        made = row?.id;
        return row?.id ?? '';
      },
      async (tx, id) => tokenView(await this.find(tx, id)),
    );
    return { token, secret: token.id === made ? secret : null };
  }

  /** Revoking twice is revoking. */
  revoke(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      await this.find(tx, id);
      await tx.manager.query(REVOKE_TOKEN, [id, tx.now]);
    });
  }

  async listed(tx: Tx, cohortId: string): Promise<TokenView[]> {
    const rows = await tx.manager.query<TokenRow[]>(TOKENS_IN, [cohortId]);
    return rows.map(tokenView);
  }

  private async find(tx: Tx, id: string): Promise<TokenRow> {
    const [row] = await tx.manager.query<TokenRow[]>(TOKEN_BY_ID, [id]);
    if (!row || !canManageSystems(tx.viewer.inCohort(row.cohortId))) throw new NotFound();
    return row;
  }
}

const tokenView = ({ cohortId: _, madeAt, expiresAt, ...rest }: TokenRow): TokenView => ({
  ...rest,
  madeAt: madeAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
