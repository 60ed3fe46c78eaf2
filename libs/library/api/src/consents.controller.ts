import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { GiveConsent, type MyStoriesView, RecordConsent, type ShelfDraftView } from '@opiring/contract/shelf';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { ConsentsService } from './consents.service';
import { canAnswerForMyself, canReadShelf, canWritePage } from './library.policy';

@Controller()
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Get('cohorts/:cohortId/my-stories')
  @Rule(canReadShelf)
  mine(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<MyStoriesView> {
    return this.consents.mine(caller, cohortId);
  }

  @Put('stories/:id/consent')
  @HttpCode(204)
  @Rule(canAnswerForMyself)
  give(@CallerOf() caller: Caller, @Param('id', Uuid) id: string, @Body() body: GiveConsent): Promise<void> {
    return this.consents.give(caller, id, body);
  }

  @Delete('stories/:id/consent')
  @HttpCode(204)
  @Rule(canAnswerForMyself)
  withdraw(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.consents.withdraw(caller, id);
  }

  @Put('story-people/:id/consent')
  @Rule(canWritePage)
  record(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: RecordConsent,
  ): Promise<ShelfDraftView> {
    return this.consents.record(caller, id, body);
  }

  @Delete('story-people/:id/consent')
  @Rule(canWritePage)
  strike(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<ShelfDraftView> {
    return this.consents.strike(caller, id);
  }
}
