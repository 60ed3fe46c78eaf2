import { Controller, Get, Param } from '@nestjs/common';
import type { ExceptionsView } from '@opiring/contract/exceptions';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { ExceptionsListService } from './exceptions.service';
import { canListExceptions } from './progress.policy';

@Controller('cohorts/:cohortId')
export class ExceptionsListController {
  constructor(private readonly exceptions: ExceptionsListService) {}

  @Get('exceptions')
  @Rule(canListExceptions)
  list(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<ExceptionsView> {
    return this.exceptions.list(caller, cohortId);
  }
}
