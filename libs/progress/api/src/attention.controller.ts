import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import {
  AttentionRules,
  type AttentionRulesView,
  type AttentionView,
  SetAside,
} from '@opiring/contract/attention';
import { type Caller, CallerOf, type Idempotency, Once, Revision, Rule, Uuid } from '@opiring/platform/api';
import { canSeeCalls, canSetCallRules } from './attention.policy';
import { AttentionService } from './attention.service';

@Controller('cohorts/:cohortId/attention')
export class AttentionController {
  constructor(private readonly attention: AttentionService) {}

  @Get()
  @Rule(canSeeCalls)
  list(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<AttentionView> {
    return this.attention.list(caller, cohortId);
  }

  @Post('set-asides')
  @Rule(canSeeCalls)
  setAside(
    @CallerOf() caller: Caller,
    @Once() key: Idempotency | undefined,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: SetAside,
  ): Promise<AttentionView> {
    return this.attention.setAside(caller, key, cohortId, body);
  }

  @Delete('set-asides/:id')
  @Rule(canSeeCalls)
  takeBack(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('id', Uuid) id: string,
  ): Promise<AttentionView> {
    return this.attention.takeBack(caller, cohortId, id);
  }

  @Get('rules')
  @Rule(canSetCallRules)
  rules(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<AttentionRulesView> {
    return this.attention.rules(caller, cohortId);
  }

  @Put('rules')
  @Rule(canSetCallRules)
  change(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Revision() revision: number,
    @Body() body: AttentionRules,
  ): Promise<AttentionRulesView> {
    return this.attention.change(caller, cohortId, revision, body);
  }
}
