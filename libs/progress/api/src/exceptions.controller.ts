import { Controller, Get, Param, Query } from '@nestjs/common';
import { ExceptionsQuery, type ExceptionsView } from '@opiring/contract/exceptions';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { ExceptionsListService } from './exceptions.service';
import { canListExceptions } from './progress.policy';

@Controller('cohorts/:cohortId')
export class ExceptionsListController {
  constructor(private readonly exceptions: ExceptionsListService) {}

  @Get('exceptions')
  @Rule(canListExceptions)
  list(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() query: ExceptionsQuery,
  ): Promise<ExceptionsView> {
    return this.exceptions.list(caller, cohortId, query);
  }
}
