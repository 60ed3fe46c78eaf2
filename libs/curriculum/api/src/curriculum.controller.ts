import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { PageAfter } from '@opiring/contract/cohorts';
import type { CurriculumView, EditionsView, EditionView } from '@opiring/contract/curriculum';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { canEditCurriculum, canSeeCurriculum, canSeeDraft } from './curriculum.policy';
import { CurriculumService } from './curriculum.service';

@Controller('cohorts/:cohortId')
export class CurriculumController {
  constructor(private readonly curriculum: CurriculumService) {}

  @Get('curriculum')
  @Rule(canSeeCurriculum)
  read(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<CurriculumView> {
    return this.curriculum.read(caller, cohortId);
  }

  @Post('editions')
  @Rule(canEditCurriculum)
  publish(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Once() once: Idempotency | undefined,
  ): Promise<EditionView> {
    return this.curriculum.publish(caller, cohortId, once);
  }

  @Get('editions')
  @ApiQuery({ name: 'after', required: false, schema: { type: 'string', format: 'uuid' } })
  @Rule(canSeeDraft)
  editions(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() page: PageAfter,
  ): Promise<EditionsView> {
    return this.curriculum.editions(caller, cohortId, page);
  }
}
