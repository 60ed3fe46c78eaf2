import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { AssignMentor, MakePair, type MemberView, type PairView } from '@opiring/contract/cohorts';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { AccompanyingService } from './accompanying.service';
import { canAssign } from './cohort.policy';

@Controller()
@Rule(canAssign)
export class AccompanyingController {
  constructor(private readonly accompanying: AccompanyingService) {}

  @Put('cohorts/:cohortId/participants/:membershipId/mentor')
  assign(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('membershipId', Uuid) membershipId: string,
    @Body() body: AssignMentor,
  ): Promise<MemberView> {
    return this.accompanying.assign(caller, cohortId, membershipId, body);
  }

  @Post('cohorts/:cohortId/pairs')
  pair(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: MakePair,
    @Once() once: Idempotency | undefined,
  ): Promise<PairView> {
    return this.accompanying.pair(caller, cohortId, body, once);
  }

  @Delete('pairs/:id')
  @HttpCode(204)
  part(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.accompanying.part(caller, id);
  }
}
