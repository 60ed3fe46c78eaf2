import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { AimAnnouncement, type AnnouncementPreview, SendAnnouncement } from '@opiring/contract/announcements';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { AnnouncingService } from './announcing.service';
import { canAnnounceHere } from './progress.policy';

@Controller('cohorts/:cohortId/announcements')
@Rule(canAnnounceHere)
export class AnnouncingController {
  constructor(private readonly announcing: AnnouncingService) {}

  /** Who would get it now. Nothing is sent. */
  @Post('preview')
  @HttpCode(200)
  preview(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: AimAnnouncement,
  ): Promise<AnnouncementPreview> {
    return this.announcing.preview(caller, cohortId, body);
  }

  @Post()
  send(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: SendAnnouncement,
    @Once() once: Idempotency | undefined,
  ): Promise<{ id: string }> {
    return this.announcing.send(caller, cohortId, body, once);
  }
}
