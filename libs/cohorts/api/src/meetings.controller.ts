import { Body, Controller, Get, Header, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { AnswerMeeting, type MeetingsView, type MeetingView, PageAfter } from '@opiring/contract/cohorts';
import { ChangeMeeting, type MeetingChangesView, PlanMeeting } from '@opiring/contract/meetings';
import { type Caller, CallerOf, type Idempotency, Once, Revision, Rule, Uuid } from '@opiring/platform/api';
import { canPlanMeetings, canReply, canSeeMeetings } from './cohort.policy';
import { MeetingsService } from './meetings.service';

@Controller()
export class MeetingsController {
  constructor(private readonly meetings: MeetingsService) {}

  @Get('cohorts/:cohortId/meetings')
  @Rule(canSeeMeetings)
  list(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<MeetingsView> {
    return this.meetings.list(caller, cohortId);
  }

  @Post('cohorts/:cohortId/meetings')
  @Rule(canPlanMeetings)
  plan(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: PlanMeeting,
    @Once() once: Idempotency | undefined,
  ): Promise<MeetingView> {
    return this.meetings.plan(caller, cohortId, body, once);
  }

  @Patch('meetings/:id')
  @Rule(canPlanMeetings)
  change(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Revision() revision: number,
    @Body() body: ChangeMeeting,
  ): Promise<MeetingView> {
    return this.meetings.change(caller, id, revision, body);
  }

  @Get('meetings/:id/changes')
  @ApiQuery({ name: 'after', required: false, schema: { type: 'string', format: 'uuid' } })
  @Rule(canSeeMeetings)
  changes(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Query() page: PageAfter,
  ): Promise<MeetingChangesView> {
    return this.meetings.changes(caller, id, page);
  }

  @Get('meetings/:id/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kohtumine.ics"')
  @Rule(canSeeMeetings)
  calendar(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<string> {
    return this.meetings.calendar(caller, id);
  }

  @Put('meetings/:id/reply')
  @Rule(canReply)
  answer(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: AnswerMeeting,
  ): Promise<MeetingView> {
    return this.meetings.answer(caller, id, body);
  }
}
