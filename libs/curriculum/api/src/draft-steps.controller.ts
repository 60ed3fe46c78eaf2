import { Body, Controller, Param, Post } from '@nestjs/common';
import {
  type ActivityListView,
  CreateActivityList,
  type DraftStepView,
  TakeDraftStep,
} from '@opiring/contract/draft-steps';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { ActivityListsService } from './activity-lists.service';
import { canEditCurriculum } from './curriculum.policy';
import { DraftStepsService } from './draft-steps.service';

@Controller()
@Rule(canEditCurriculum)
export class DraftStepsController {
  constructor(
    private readonly steps: DraftStepsService,
    private readonly lists: ActivityListsService,
  ) {}

  @Post('cohorts/:cohortId/draft-steps')
  take(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: TakeDraftStep,
  ): Promise<DraftStepView> {
    return this.steps.take(caller, cohortId, body);
  }

  @Post('modules/:id/activity-lists')
  create(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) moduleId: string,
    @Body() body: CreateActivityList,
    @Once() once: Idempotency | undefined,
  ): Promise<ActivityListView> {
    return this.lists.create(caller, moduleId, body, once);
  }
}
