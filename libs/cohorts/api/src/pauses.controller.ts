import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { AgreePause, ChangePause, type PauseView } from '@opiring/contract/cohorts';
import { type Caller, CallerOf, type Idempotency, Once, Revision, Rule, Uuid } from '@opiring/platform/api';
import { canAssign } from './cohort.policy';
import { PausesService } from './pauses.service';

@Controller()
@Rule(canAssign)
export class PausesController {
  constructor(private readonly pauses: PausesService) {}

  @Post('cohorts/:cohortId/members/:membershipId/pauses')
  agree(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('membershipId', Uuid) membershipId: string,
    @Body() body: AgreePause,
    @Once() once: Idempotency | undefined,
  ): Promise<PauseView> {
    return this.pauses.agree(caller, cohortId, membershipId, body, once);
  }

  @Delete('cohorts/:cohortId/members/:membershipId/pauses')
  @HttpCode(204)
  endAll(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('membershipId', Uuid) membershipId: string,
  ): Promise<void> {
    return this.pauses.endAll(caller, cohortId, membershipId);
  }

  @Patch('pauses/:id')
  correct(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Revision() revision: number,
    @Body() body: ChangePause,
  ): Promise<PauseView> {
    return this.pauses.correct(caller, id, revision, body);
  }

  @Delete('pauses/:id')
  @HttpCode(204)
  end(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.pauses.end(caller, id);
  }
}
