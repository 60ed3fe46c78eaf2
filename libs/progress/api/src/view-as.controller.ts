import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { JourneyView } from '@opiring/contract/progress';
import { ViewAs } from '@opiring/contract/view-as';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { ViewAsService } from './view-as.service';
import { canViewAs } from './progress.policy';

@Controller('cohorts/:cohortId')
export class ViewAsController {
  constructor(private readonly views: ViewAsService) {}

  @Post('journey/as-if')
  @HttpCode(200)
  @Rule(canViewAs)
  view(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: ViewAs,
  ): Promise<JourneyView> {
    return this.views.view(caller, cohortId, body);
  }
}
