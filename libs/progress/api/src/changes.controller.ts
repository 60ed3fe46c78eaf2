import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { type ChangesView, MarkSeen } from '@opiring/contract/changes';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canSeeCalls } from './attention.policy';
import { ChangesService } from './changes.service';

@Controller('cohorts/:cohortId/progress/changes')
@Rule(canSeeCalls)
export class ChangesController {
  constructor(private readonly changes: ChangesService) {}

  @Get()
  read(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<ChangesView> {
    return this.changes.read(caller, cohortId);
  }

  @Put('mark')
  mark(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() { until }: MarkSeen,
  ): Promise<ChangesView> {
    return this.changes.mark(caller, cohortId, until);
  }
}
