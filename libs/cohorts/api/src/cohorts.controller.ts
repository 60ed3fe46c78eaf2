import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type CohortView, CreateCohort, type ProgrammeSummaryView } from '@opiring/contract/cohorts';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { canFound, canSeeCohort, canSeeProgrammes } from './cohort.policy';
import { CohortsService } from './cohorts.service';

@Controller()
export class CohortsController {
  constructor(private readonly cohorts: CohortsService) {}

  @Get('programmes')
  @Rule(canSeeProgrammes)
  programmes(@CallerOf() caller: Caller): Promise<ProgrammeSummaryView[]> {
    return this.cohorts.listProgrammes(caller);
  }

  @Post('cohorts')
  @Rule(canFound)
  found(
    @CallerOf() caller: Caller,
    @Body() body: CreateCohort,
    @Once() once: Idempotency | undefined,
  ): Promise<CohortView> {
    return this.cohorts.found(caller, body, once);
  }

  @Get('cohorts/:cohortId')
  @Rule(canSeeCohort)
  read(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<CohortView> {
    return this.cohorts.read(caller, cohortId);
  }
}
