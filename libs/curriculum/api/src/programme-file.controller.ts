import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiQuery } from '@nestjs/swagger';
import { ImportProgramme, type ProgrammeImportView } from '@opiring/contract/programme-file';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canEditCurriculum, canSeeDraft } from './curriculum.policy';
import { ProgrammeFileService } from './programme-file.service';

@Controller('cohorts/:cohortId/curriculum')
export class ProgrammeFileController {
  constructor(private readonly files: ProgrammeFileService) {}

  @Get('export.zip')
  @Header('cache-control', 'no-store')
  @Rule(canSeeDraft)
  async write(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
  ): Promise<StreamableFile> {
    const bytes = await this.files.write(caller, cohortId, 'archive');
    return new StreamableFile(bytes, {
      type: 'application/zip',
      disposition: 'attachment; filename="programm.zip"',
    });
  }

  /** For other systems: IMS Common Cartridge 1.3, in the cohort's language. */
  @Get('export.imscc')
  @Header('cache-control', 'no-store')
  @Rule(canSeeDraft)
  async cartridge(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
  ): Promise<StreamableFile> {
    const bytes = await this.files.write(caller, cohortId, 'cartridge');
    return new StreamableFile(bytes, {
      type: 'application/zip',
      disposition: 'attachment; filename="programm.imscc"',
    });
  }

  /** The body is the archive. Everything is taken in at once, or nothing. */
  @Post('import')
  @HttpCode(200)
  @ApiConsumes('application/zip')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiQuery({ name: 'check', required: false, schema: { type: 'string', enum: ['1'] } })
  @ApiQuery({ name: 'replace', required: false, schema: { type: 'string', enum: ['1'] } })
  @Rule(canEditCurriculum)
  take(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() how: ImportProgramme,
    @Body() body: unknown,
  ): Promise<ProgrammeImportView> {
    return this.files.take(caller, cohortId, body, how);
  }
}
