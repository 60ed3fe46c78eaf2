import { Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { PlanReadingView } from '@opiring/contract/release';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canHoldPracticum } from './circle.policy';
import { PlanReadingService } from './plan-reading.service';

@Controller('cohorts/:cohortId/plan-reading')
@Rule(canHoldPracticum)
export class PlanReadingController {
  constructor(private readonly readings: PlanReadingService) {}

  @Get()
  standing(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<PlanReadingView> {
    return this.readings.standing(caller, cohortId);
  }

  @Put()
  say(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<PlanReadingView> {
    return this.readings.say(caller, cohortId);
  }

  @Delete()
  @HttpCode(204)
  takeBack(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<void> {
    return this.readings.takeBack(caller, cohortId);
  }
}
