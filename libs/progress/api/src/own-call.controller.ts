import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { OwnCallView } from '@opiring/contract/attention';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canAskForCall } from './attention.policy';
import { OwnCallService } from './own-call.service';

@Controller('cohorts/:cohortId/call')
@Rule(canAskForCall)
export class OwnCallController {
  constructor(private readonly call: OwnCallService) {}

  @Get()
  read(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<OwnCallView> {
    return this.call.read(caller, cohortId);
  }

  @Post()
  @HttpCode(200)
  ask(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<OwnCallView> {
    return this.call.ask(caller, cohortId);
  }

  @Delete()
  unask(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<OwnCallView> {
    return this.call.unask(caller, cohortId);
  }
}
