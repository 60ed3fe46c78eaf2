import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  type CircleChangesView,
  type CircleView,
  type CirclesView,
  CorrectCircle,
  RecordCircle,
} from '@opiring/contract/circles';
import { PageAfter } from '@opiring/contract/cohorts';
import { type Caller, CallerOf, type Idempotency, Once, Revision, Rule, Uuid } from '@opiring/platform/api';
import { canCorrectCircle, canRecordCircle, canSeeCircle, seesCircles } from './circle.policy';
import { CirclesService } from './circles.service';

@Controller()
export class CirclesController {
  constructor(private readonly circles: CirclesService) {}

  @Get('cohorts/:cohortId/circles')
  @Rule(seesCircles)
  list(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() page: PageAfter,
  ): Promise<CirclesView> {
    return this.circles.list(caller, cohortId, page.after);
  }

  @Post('cohorts/:cohortId/circles')
  @Rule(canRecordCircle)
  record(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: RecordCircle,
    @Once() once: Idempotency | undefined,
  ): Promise<CircleView> {
    return this.circles.record(caller, cohortId, body, once);
  }

  @Get('circles/:id/changes')
  @Rule(canSeeCircle)
  changes(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<CircleChangesView> {
    return this.circles.changes(caller, id);
  }

  @Patch('circles/:id')
  @Rule(canCorrectCircle)
  correct(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Revision() revision: number,
    @Body() body: CorrectCircle,
  ): Promise<CircleView> {
    return this.circles.correct(caller, id, revision, body);
  }

  @Delete('circles/:id')
  @HttpCode(204)
  @Rule(canCorrectCircle)
  withdraw(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Revision() revision: number,
  ): Promise<void> {
    return this.circles.withdraw(caller, id, revision);
  }
}
