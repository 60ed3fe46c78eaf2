import { Body, Controller, Delete, Get, HttpCode, Param, Patch } from '@nestjs/common';
import {
  type AnnouncementsView,
  type AnnouncementView,
  CorrectAnnouncement,
} from '@opiring/contract/announcements';
import { type Caller, CallerOf, Revision, Rule, Uuid } from '@opiring/platform/api';
import { AnnouncementsService } from './announcements.service';
import { canAnnounce, canSeeMeetings } from './cohort.policy';

@Controller()
export class AnnouncementsController {
  constructor(private readonly announcements: AnnouncementsService) {}

  @Get('cohorts/:cohortId/announcements')
  @Rule(canSeeMeetings)
  list(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<AnnouncementsView> {
    return this.announcements.list(caller, cohortId);
  }

  @Patch('announcements/:id')
  @Rule(canAnnounce)
  correct(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Revision() revision: number,
    @Body() body: CorrectAnnouncement,
  ): Promise<AnnouncementView> {
    return this.announcements.correct(caller, id, revision, body);
  }

  @Delete('announcements/:id')
  @HttpCode(204)
  @Rule(canAnnounce)
  withdraw(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.announcements.withdraw(caller, id);
  }
}
