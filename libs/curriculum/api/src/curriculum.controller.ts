import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { CurriculumView, EditionView } from '@opiring/contract/curriculum';
import { PublishEdition } from '@opiring/contract/publishing';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { canEditCurriculum, canSeeCurriculum } from './curriculum.policy';
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
    @Body() body: PublishEdition,
    @Once() once: Idempotency | undefined,
  ): Promise<EditionView> {
    return this.curriculum.publish(caller, cohortId, body, once);
  }
}
