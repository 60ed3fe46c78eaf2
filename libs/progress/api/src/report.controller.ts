import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { AsOf } from '@opiring/contract/progress';
import { ReportOptions, type ReportView } from '@opiring/contract/report';
import { type Caller, CallerOf, Files, Rule, Uuid } from '@opiring/platform/api';
import { behind, said } from './certificate-words';
import { logosOf } from './paper-logos';
import { canReport } from './progress.policy';
import { reportCsv } from './report-csv';
import { reportPdf } from './report-pdf';
import { reportTables, reportWords } from './report-words';
import { reportXlsx } from './report-xlsx';
import { ReportService } from './report.service';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The report on the screen and as files; all say the same numbers. */
@Controller('cohorts/:cohortId')
@Rule(canReport)
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly files: Files,
  ) {}

  @Get('report')
  report(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() { asOf }: AsOf,
  ): Promise<ReportView> {
    return this.reports.report(caller, cohortId, asOf);
  }

  @Get('report.csv')
  async csv(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() options: ReportOptions,
  ): Promise<StreamableFile> {
    const { title, tables, name } = await this.told(caller, cohortId, options);
    return file(Buffer.from(reportCsv(title, tables)), 'text/csv; charset=utf-8', `${name}.csv`);
  }

  @Get('report.xlsx')
  async xlsx(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() options: ReportOptions,
  ): Promise<StreamableFile> {
    const { title, tables, name } = await this.told(caller, cohortId, options);
    return file(await reportXlsx(title, tables), SHEET, `${name}.xlsx`);
  }

  @Get('report.pdf')
  async pdf(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() options: ReportOptions,
  ): Promise<StreamableFile> {
    const { title, tables, name, lang } = await this.told(caller, cohortId, options);
    const disposition = `attachment; filename="${name}.pdf"`;
    const { partners, language } = await this.reports.behind(caller, cohortId);
    const logos = await logosOf(this.files, partners, lang, language);
    const paper = reportPdf(title, tables, lang, { words: behind(partners, lang), logos });
    return new StreamableFile(paper, { type: 'application/pdf', disposition });
  }

  private async told(caller: Caller, cohortId: string, { lang = 'et', asOf }: ReportOptions) {
    const report = await this.reports.report(caller, cohortId, asOf);
    const words = reportWords(lang);
    const programme = said(report.cohort.programmeTitle, lang, 'et').text;
    const title = [`${words.title}: ${programme}`, report.cohort.name, words.asOf(report.asOf)];
    return { title, tables: reportTables(report, lang), name: `opiring-${report.asOf}-${lang}`, lang };
  }
}

const file = (bytes: Buffer, type: string, name: string): StreamableFile =>
  new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
