import { Controller, Get, Param } from '@nestjs/common';
import type { MirrorView } from '@opiring/contract/mirror';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { MirrorService } from './mirror.service';
import { canSeeJourney } from './progress.policy';

@Controller('cohorts/:cohortId/mirror')
export class MirrorController {
  constructor(private readonly mirrors: MirrorService) {}

  @Get()
  @Rule(canSeeJourney)
  mirror(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<MirrorView> {
    return this.mirrors.mirror(caller, cohortId);
  }
}
