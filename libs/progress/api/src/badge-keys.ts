import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PlatformOptions, Work, type OpenTx } from '@opiring/platform/api';
import { calculateJwkThumbprint, type JWK } from 'jose';

/**
 * The issuer's keys. An installation brings its own, or the first one needed is made and kept in the database. Public halves stay
 * published for good: what an earlier key signed is checked long after another one signs.
 */
@Injectable()
export class BadgeKeys {
  constructor(
    private readonly work: Work,
    private readonly options: PlatformOptions,
  ) {}

  get base(): string {
    return `${this.options.publicUrl}/api/badges`;
  }

  /** The key to sign with, and the name it is published under. */
  async signing(tx: OpenTx): Promise<{ kid: string; key: JWK }> {
    const own = this.options.badgeKey;
    const made = own ?? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const { kid, open } = await publicHalf(made);
    const brought = made.export({ format: 'jwk' }) as JWK;
    const [row] = await tx.manager.query<{ kid: string; key: JWK | null }[]>(
      'SELECT kid, private_key AS key FROM app.issuer_key($1, $2, $3)',
      [kid, open, own ? null : brought],
    );
    if (!row) throw new Error('The issuer has no key.');
    return { kid: this.nameOf(row.kid), key: own ? brought : (row.key ?? brought) };
  }

  /** Each under the very name that a credential calls it by. */
  published(): Promise<JWK[]> {
    return this.work.open(async (tx) => {
      const rows = await tx.manager.query<{ kid: string; key: JWK }[]>(
        'SELECT kid, public_key AS key FROM app.issuer_keys()',
      );
      return rows.map(({ kid, key }) => ({ ...key, kid: this.nameOf(kid) }));
    });
  }

  /** Its address: whoever has only the credential finds the key there. */
  nameOf(thumbprint: string): string {
    return `${this.base}/keys/${thumbprint}`;
  }
}

async function publicHalf(key: KeyObject): Promise<{ kid: string; open: JWK }> {
  const open = createPublicKey(key).export({ format: 'jwk' }) as JWK;
  const kid = await calculateJwkThumbprint(open);
  return { kid, open: { ...open, kid, alg: 'ES256', use: 'sig' } };
}
