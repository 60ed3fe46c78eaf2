import { Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { PageAfter } from '@opiring/contract/cohorts';
import type { ChangesView, EditionContentView, EditionsView } from '@opiring/contract/curriculum';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canEditCurriculum, canSeeDraft } from './curriculum.policy';
import { EditionsService } from './editions.service';

@Controller('cohorts/:cohortId')
export class EditionsController {
  constructor(private readonly editions: EditionsService) {}

  @Get('editions')
  @ApiQuery({ name: 'after', required: false, schema: { type: 'string', format: 'uuid' } })
  @Rule(canSeeDraft)
  list(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() page: PageAfter,
  ): Promise<EditionsView> {
    return this.editions.list(caller, cohortId, page);
  }

  @Get('editions/:id')
  @Rule(canSeeDraft)
  one(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('id', Uuid) id: string,
  ): Promise<EditionContentView> {
    return this.editions.one(caller, cohortId, id);
  }

  @Get('changes')
  @Rule(canSeeDraft)
  changes(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<ChangesView> {
    return this.editions.changes(caller, cohortId);
  }

  /** The draft becomes what this edition was; told again, it is so already. */
  @Put('editions/:id/draft')
  @HttpCode(204)
  @Rule(canEditCurriculum)
  bringBack(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('id', Uuid) id: string,
  ): Promise<void> {
    return this.editions.bringBack(caller, cohortId, id);
  }
}
