import { Controller, Get, Param } from '@nestjs/common';
import type { ArcView } from '@opiring/contract/arc';
import { canSeeArc } from '@opiring/journal/api';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { ArcService } from './arc.service';

@Controller('cohorts/:cohortId/questions/:questionId/arc')
export class ArcController {
  constructor(private readonly arcs: ArcService) {}

  @Get()
  @Rule(canSeeArc)
  arc(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('questionId', Uuid) questionId: string,
  ): Promise<ArcView> {
    return this.arcs.arc(caller, cohortId, questionId);
  }
}
