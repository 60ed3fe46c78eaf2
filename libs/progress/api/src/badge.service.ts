import { Injectable } from '@nestjs/common';
import { type Caller, hashOf, NotFound, PlatformOptions, Work } from '@opiring/platform/api';
import { importJWK, SignJWT } from 'jose';
import { BadgeKeys } from './badge-keys';
import { isHolder } from './certificate.policy';
import { paperWords, said } from './certificate-words';
import { CERTIFICATE, type CertificateRow } from './certificates.queries';

/** A paper as an Open Badges 3.0 credential, signed so that anybody can check it without asking us. */
@Injectable()
export class BadgeService {
  constructor(
    private readonly work: Work,
    private readonly options: PlatformOptions,
    private readonly keys: BadgeKeys,
  ) {}

  /** The holder's alone: it says who they are. Only what stands is signed. */
  signed(caller: Caller, id: string): Promise<string> {
    return this.work.write(caller, async (tx) => {
      const [row] = await tx.manager.query<CertificateRow[]>(CERTIFICATE, [id]);
      if (!row || !isHolder(tx.viewer, row) || row.standing !== 'valid') throw new NotFound();
      const { kid, key } = await this.keys.signing(tx);
      const credential = this.credential(row, tx.viewer.email);
      return new SignJWT(credential)
        .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid })
        .setIssuer(credential.issuer.id)
        .setJti(credential.id)
        .setSubject(credential.credentialSubject.id)
        .setNotBefore(Math.floor(row.issuedAt.getTime() / 1000))
        .sign(await importJWK(key, 'ES256'));
    });
  }

  get base(): string {
    return this.keys.base;
  }

  private credential(row: CertificateRow, email: string) {
    const { content } = row;
    const words = paperWords(content, 'en');
    const issuer = said(content.issuer, 'en', content.language).text;
    const title = said(content.programme.title, 'en', content.language).text;
    const salt = row.code.slice(0, 16);
    return {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: `urn:uuid:${row.id}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: `${words.title}: ${title}`,
      issuer: { id: `${this.base}/issuer`, type: ['Profile'], name: issuer, url: this.options.publicUrl },
      validFrom: row.issuedAt.toISOString(),
      credentialSubject: {
        id: `urn:uuid:${row.membershipId}`,
        type: ['AchievementSubject'],
        identifier: [
          {
            type: 'IdentityObject',
            hashed: true,
            identityType: 'emailAddress',
            identityHash: `sha256$${hashOf(email + salt).toString('hex')}`,
            salt,
          },
        ],
        achievement: {
          id: `urn:uuid:${content.programme.id}#${row.kind}`,
          type: ['Achievement'],
          achievementType: 'Certificate',
          name: `${words.title}: ${title}`,
          description: `${words.givenTo}: ${title}. ${words.deeds}`,
          criteria: { narrative: words.deeds || words.givenTo },
        },
      },
      credentialStatus: { id: `${this.base}/revocations`, type: '1EdTechRevocationList' },
    };
  }

  /** Ids alone of what was replaced or revoked. */
  withdrawn() {
    return this.work.open(async (tx) => {
      const rows = await tx.manager.query<{ id: string; why: string }[]>(
        'SELECT id, why FROM app.certificates_withdrawn()',
      );
      return {
        id: `${this.base}/revocations`,
        issuer: `${this.base}/issuer`,
        revokedCredential: rows.map(({ id, why }) => ({
          id: `urn:uuid:${id}`,
          revoked: true,
          revocationReason: why,
        })),
      };
    });
  }
}
