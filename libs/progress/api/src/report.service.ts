import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { ReportView } from '@opiring/contract/report';
import type { Day } from '@opiring/contract/text';
import { type Caller, NotFound, Work } from '@opiring/platform/api';
import { programmeWords, type ProgrammeWords } from './certificate-content';
import { MatrixSource } from './matrix-source';
import { matrixView } from './matrix.view';
import { pastDay } from './past';
import { canReport } from './progress.policy';
import { REPORT, type ReportRow } from './report.queries';
import { reportView } from './report.view';

/** What the program leader tells the funder, of today or of any day that is over. */
@Injectable()
export class ReportService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly source: MatrixSource,
  ) {}

  /** The same number of statements for ten leaders and for five hundred. */
  report(caller: Caller, cohortId: string, asOf?: Day): Promise<ReportView> {
    return this.work.read(caller, async (tx) => {
      if (!canReport(tx.viewer.inCohort(cohortId))) throw new NotFound();
      const today = this.cohorts.today(await this.cohorts.cohort(tx, cohortId), tx.now);
      const day = pastDay(asOf, today);
      const past = day === undefined ? undefined : { day, at: null };
      const parts = await this.source.parts(tx, cohortId, { of: 'cohort' }, past);
      const [row] = await tx.manager.query<ReportRow[]>(REPORT, [cohortId, day ?? null]);
      if (!row) throw new NotFound();
      return reportView(matrixView(parts, false), row);
    });
  }

  /** Who stands behind the programme, for the report on paper. */
  behind(caller: Caller, cohortId: string): Promise<Pick<ProgrammeWords, 'language' | 'partners'>> {
    return this.work.read(caller, async (tx) => {
      const words = canReport(tx.viewer.inCohort(cohortId)) && (await programmeWords(tx, cohortId));
      if (!words) throw new NotFound();
      return words;
    });
  }
}
