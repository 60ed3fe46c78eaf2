import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { CertificatesView } from '@opiring/contract/certificates';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import type { ReportView } from '@opiring/contract/report';
import { NotFound, type OpenTx } from '@opiring/platform/api';
import { standingsIn } from './certificate-standings';
import { certificatesView } from './certificate.view';
import { type CertificateRow, CERTIFICATES_IN } from './certificates.queries';
import { MatrixSource } from './matrix-source';
import { matrixView } from './matrix.view';
import { REPORT, type ReportRow } from './report.queries';
import { reportView } from './report.view';

/** The front door: how a cohort stands, by the one fold (rule 11). Whether the reader may know, the caller has asked already. */
@Injectable()
export class ProgressFacts {
  constructor(
    private readonly cohorts: CohortDirectory,
    private readonly source: MatrixSource,
  ) {}

  /** The matrix by module and by activity, of the same facts. */
  async matrices(
    tx: OpenTx,
    cohortId: string,
  ): Promise<{ byModule: ProgressMatrixView; byActivity: ProgressMatrixView }> {
    const parts = await this.source.parts(tx, cohortId, { of: 'cohort' });
    return { byModule: matrixView(parts, false), byActivity: matrixView(parts, true) };
  }

  async certificates(tx: OpenTx, cohortId: string): Promise<CertificatesView> {
    const rows = await tx.manager.query<CertificateRow[]>(CERTIFICATES_IN, [cohortId]);
    return certificatesView(await standingsIn(tx, this.cohorts, cohortId), rows);
  }

  async report(tx: OpenTx, cohortId: string): Promise<ReportView> {
    const parts = await this.source.parts(tx, cohortId, { of: 'cohort' });
    const [row] = await tx.manager.query<ReportRow[]>(REPORT, [cohortId, null]);
    if (!row) throw new NotFound();
    return reportView(matrixView(parts, false), row);
  }
}
