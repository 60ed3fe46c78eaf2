import { Readable } from 'node:stream';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { JournalExportQuery } from '@opiring/contract/journal-export';
import { type Caller, CallerOf, isSignedIn, Rule } from '@opiring/platform/api';
import { HTML_POLICY, journalHtml } from './export-html';
import { journalJson } from './export-json';
import { journalMarkdown } from './export-markdown';
import { journalPdf } from './export-pdf';
import { JournalExportService } from './journal-export.service';

const file = (stream: Readable, type: string, name: string): StreamableFile =>
  new StreamableFile(stream, { type, disposition: `attachment; filename="${name}"` });

/** One's own journal to take along; what it holds is the session's own, whoever asks. */
@Controller('me')
export class JournalExportController {
  constructor(private readonly journals: JournalExportService) {}

  @Get('journal.html')
  @Rule(isSignedIn)
  @Header('content-security-policy', `${HTML_POLICY}; frame-ancestors 'none'; sandbox`)
  async html(@CallerOf() caller: Caller, @Query() { question }: JournalExportQuery): Promise<StreamableFile> {
    const pages = journalHtml(await this.journals.open(caller, question));
    return file(Readable.from(pages), 'text/html; charset=utf-8', 'opiring.html');
  }

  @Get('journal.md')
  @Rule(isSignedIn)
  async markdown(
    @CallerOf() caller: Caller,
    @Query() { question }: JournalExportQuery,
  ): Promise<StreamableFile> {
    const pages = journalMarkdown(await this.journals.open(caller, question));
    return file(Readable.from(pages), 'text/markdown; charset=utf-8', 'opiring.md');
  }

  @Get('journal.json')
  @Rule(isSignedIn)
  async json(@CallerOf() caller: Caller, @Query() { question }: JournalExportQuery): Promise<StreamableFile> {
    const pages = journalJson(await this.journals.open(caller, question));
    return file(Readable.from(pages), 'application/json; charset=utf-8', 'opiring.json');
  }

  @Get('journal.pdf')
  @Rule(isSignedIn)
  async pdf(@CallerOf() caller: Caller, @Query() { question }: JournalExportQuery): Promise<StreamableFile> {
    return file(journalPdf(await this.journals.open(caller, question)), 'application/pdf', 'opiring.pdf');
  }
}
