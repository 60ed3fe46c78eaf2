import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { type CopyPlanView, CopyProgramme, type CopyView, PlanCopy } from '@opiring/contract/reuse';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { canReuse } from '../curriculum.policy';
import { CopiesService } from './copies.service';

@Controller('cohorts/:cohortId/copies')
@Rule(canReuse)
export class CopiesController {
  constructor(private readonly copies: CopiesService) {}

  /** Every date before and after; makes nothing. */
  @Post('preview')
  @HttpCode(200)
  preview(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: PlanCopy,
  ): Promise<CopyPlanView> {
    return this.copies.preview(caller, cohortId, body);
  }

  @Post()
  make(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: CopyProgramme,
    @Once() once: Idempotency | undefined,
  ): Promise<CopyView> {
    return this.copies.make(caller, cohortId, body, once);
  }
}
