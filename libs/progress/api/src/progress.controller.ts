import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  AsOf,
  type JourneyView,
  MatrixOptions,
  type MemberProgressView,
  type ProgressMatrixView,
} from '@opiring/contract/progress';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { JourneyService } from './journey.service';
import { MatrixService } from './matrix.service';
import { MemberService } from './member.service';
import { canSeeJourney, canSeeMember, seesMatrix } from './progress.policy';

@Controller('cohorts/:cohortId')
export class ProgressController {
  constructor(
    private readonly journeys: JourneyService,
    private readonly matrices: MatrixService,
    private readonly members: MemberService,
  ) {}

  @Get('journey')
  @Rule(canSeeJourney)
  journey(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<JourneyView> {
    return this.journeys.journey(caller, cohortId);
  }

  @Get('progress')
  @Rule(seesMatrix)
  progress(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() options: MatrixOptions,
  ): Promise<ProgressMatrixView> {
    return this.matrices.matrix(caller, cohortId, options.by === 'activity', options.asOf);
  }

  @Get('members/:membershipId/progress')
  @Rule(canSeeMember)
  member(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('membershipId', Uuid) membershipId: string,
    @Query() { asOf }: AsOf,
  ): Promise<MemberProgressView> {
    return this.members.member(caller, cohortId, membershipId, asOf);
  }
}
