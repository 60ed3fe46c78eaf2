import { Controller, Get } from '@nestjs/common';
import type { CohortStandingsView } from '@opiring/contract/standings';
import { type Caller, CallerOf, Rule } from '@opiring/platform/api';
import { leads } from './progress.policy';
import { StandingsService } from './standings.service';

@Controller('cohort-standings')
@Rule(leads)
export class StandingsController {
  constructor(private readonly standings: StandingsService) {}

  @Get()
  list(@CallerOf() caller: Caller): Promise<CohortStandingsView> {
    return this.standings.list(caller);
  }
}
