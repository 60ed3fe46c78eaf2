import { generateKeyPairSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Work, type OpenTx } from '@opiring/platform/api';
import { calculateJwkThumbprint, type JWK } from 'jose';

/** The issuer's keys: the first one needed is made, kept in the database, and its public half published for good. */
@Injectable()
export class BadgeKeys {
  constructor(private readonly work: Work) {}

  /** The key to sign with, and the name it is published under. */
  async signing(tx: OpenTx): Promise<{ kid: string; key: JWK }> {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const open = pair.publicKey.export({ format: 'jwk' }) as JWK;
    const kid = await calculateJwkThumbprint(open);
    const [row] = await tx.manager.query<{ kid: string; key: JWK }[]>(
      'SELECT kid, private_key AS key FROM app.issuer_key($1, $2, $3)',
      [kid, { ...open, kid, alg: 'ES256', use: 'sig' }, pair.privateKey.export({ format: 'jwk' })],
    );
    if (!row) throw new Error('The issuer has no key.');
    return row;
  }

  published(): Promise<JWK[]> {
    return this.work.open(async (tx) => {
      const rows = await tx.manager.query<{ key: JWK }[]>('SELECT public_key AS key FROM app.issuer_keys()');
      return rows.map(({ key }) => key);
    });
  }
}
