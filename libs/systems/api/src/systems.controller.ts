import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  AddWebhook,
  type MadeReceiver,
  type MadeToken,
  MakeToken,
  type ReceiverView,
  SetRecordStore,
  type StoppedView,
  type SystemsView,
} from '@opiring/contract/systems';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { ReceiversService } from './receivers.service';
import { canManageSystems } from './systems.policy';
import { SystemsService } from './systems.service';
import { TokensService } from './tokens.service';

/** Which other systems read and hear of a cohort. */
@Controller()
@Rule(canManageSystems)
export class SystemsController {
  constructor(
    private readonly systems: SystemsService,
    private readonly tokens: TokensService,
    private readonly receivers: ReceiversService,
  ) {}

  @Get('cohorts/:cohortId/systems')
  view(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<SystemsView> {
    return this.systems.view(caller, cohortId);
  }

  @Get('cohorts/:cohortId/systems/stopped')
  stopped(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<StoppedView> {
    return this.systems.stopped(caller, cohortId);
  }

  @Post('cohorts/:cohortId/tokens')
  make(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: MakeToken,
    @Once() once: Idempotency | undefined,
  ): Promise<MadeToken> {
    return this.tokens.make(caller, cohortId, body, once);
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  revoke(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.tokens.revoke(caller, id);
  }

  @Post('cohorts/:cohortId/webhooks')
  addWebhook(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: AddWebhook,
    @Once() once: Idempotency | undefined,
  ): Promise<MadeReceiver> {
    return this.receivers.addWebhook(caller, cohortId, body, once);
  }

  @Put('cohorts/:cohortId/record-store')
  setStore(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: SetRecordStore,
  ): Promise<ReceiverView> {
    return this.receivers.setStore(caller, cohortId, body);
  }
}
