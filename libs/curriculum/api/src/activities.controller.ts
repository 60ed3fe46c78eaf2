import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import {
  type ActivityDoneView,
  type ActivityView,
  ChangeActivity,
  CreateActivity,
} from '@opiring/contract/curriculum';
import { type Caller, CallerOf, type Idempotency, Once, Revision, Rule, Uuid } from '@opiring/platform/api';
import { ActivitiesService } from './activities.service';
import { canEditCurriculum, canTellDone } from './curriculum.policy';
import { OwnWordService } from './own-word.service';

@Controller()
export class ActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly ownWord: OwnWordService,
  ) {}

  @Post('modules/:id/activities')
  @Rule(canEditCurriculum)
  create(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) moduleId: string,
    @Body() body: CreateActivity,
    @Once() once: Idempotency | undefined,
  ): Promise<ActivityView> {
    return this.activities.create(caller, moduleId, body, once);
  }

  @Patch('activities/:id')
  @Rule(canEditCurriculum)
  change(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Revision() revision: number,
    @Body() body: ChangeActivity,
  ): Promise<ActivityView> {
    return this.activities.change(caller, id, revision, body);
  }

  @Delete('activities/:id')
  @HttpCode(204)
  @Rule(canEditCurriculum)
  retire(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.activities.retire(caller, id);
  }

  @Put('activities/:id/done')
  @Rule(canTellDone)
  done(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<ActivityDoneView> {
    return this.ownWord.give(caller, id);
  }

  @Delete('activities/:id/done')
  @HttpCode(204)
  @Rule(canTellDone)
  takeBack(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.ownWord.takeBack(caller, id);
  }
}
