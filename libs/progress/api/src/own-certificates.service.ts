import { Injectable } from '@nestjs/common';
import { Attempts } from '@opiring/identity/api';
import type { ChangeShowing, OwnCertificateView, VerificationView } from '@opiring/contract/certificates';
import { type Caller, NotFound, PlatformOptions, type Tx, Work } from '@opiring/platform/api';
import { canReadCertificate, isHolder } from './certificate.policy';
import { ownView } from './certificate.view';
import { CERTIFICATE, type CertificateRow, CERTIFICATES_OF, SHOW } from './certificates.queries';

/** What the database tells of a code, and whether a later version stands. */
type Told = Omit<VerificationView, 'standing'> & { replaced: boolean };

const CODE = /^[A-Za-z0-9_-]{22,64}$/;

/** Papers in their holder's hands, and before the eyes of whoever checks one. */
@Injectable()
export class OwnCertificatesService {
  constructor(
    private readonly work: Work,
    private readonly options: PlatformOptions,
    private readonly attempts: Attempts,
  ) {}

  mine(caller: Caller): Promise<OwnCertificateView[]> {
    return this.work.read(caller, async (tx) => {
      const rows = await tx.manager.query<CertificateRow[]>(CERTIFICATES_OF, [tx.viewer.accountId]);
      return rows.map((row) => ownView(row, this.options.publicUrl));
    });
  }

  /** For printing: the holder and the program leader read the same. */
  paper(caller: Caller, id: string): Promise<CertificateRow> {
    return this.work.read(caller, (tx) => this.find(tx, id));
  }

  show(caller: Caller, id: string, { shown }: ChangeShowing): Promise<OwnCertificateView> {
    return this.work.write(caller, async (tx) => {
      const row = await this.find(tx, id);
      if (!isHolder(tx.viewer, row)) throw new NotFound();
      await tx.manager.query(SHOW, [row.membershipId, shown, tx.now]);
      return ownView(await this.find(tx, id), this.options.publicUrl);
    });
  }

  /** No sign-in: the code is all there is. Asked too often from one place, it answers no more for a while. */
  async verify(code: string, address: string): Promise<VerificationView> {
    await this.attempts.countPlace(`certificates:${address}`);
    if (!CODE.test(code)) throw new NotFound();
    return this.work.open(async (tx) => {
      const [row] = await tx.manager.query<{ told: Told | null }[]>(
        'SELECT app.certificate_by_code($1) AS told',
        [code],
      );
      if (!row?.told) throw new NotFound();
      const { replaced, revokedAt, ...told } = row.told;
      return {
        ...told,
        revokedAt: revokedAt && new Date(revokedAt).toISOString(),
        standing: revokedAt ? 'revoked' : replaced ? 'replaced' : 'valid',
      };
    });
  }

  private async find(tx: Tx, id: string): Promise<CertificateRow> {
    const [row] = await tx.manager.query<CertificateRow[]>(CERTIFICATE, [id]);
    if (!row || !canReadCertificate(tx.viewer, row)) throw new NotFound();
    return row;
  }
}
