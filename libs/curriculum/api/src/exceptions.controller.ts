import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { type AgreedView, AgreeException, CorrectException } from '@opiring/contract/exceptions';
import { type Caller, CallerOf, type Idempotency, Once, Revision, Rule, Uuid } from '@opiring/platform/api';
import { canAgree } from './curriculum.policy';
import { ExceptionsService } from './exceptions.service';

@Controller()
@Rule(canAgree)
export class ExceptionsController {
  constructor(private readonly exceptions: ExceptionsService) {}

  @Post('cohorts/:cohortId/members/:membershipId/exceptions')
  agree(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('membershipId', Uuid) membershipId: string,
    @Body() body: AgreeException,
    @Once() once: Idempotency | undefined,
  ): Promise<AgreedView> {
    return this.exceptions.agree(caller, cohortId, membershipId, body, once);
  }

  @Patch('exceptions/:id')
  correct(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Revision() revision: number,
    @Body() body: CorrectException,
  ): Promise<AgreedView> {
    return this.exceptions.correct(caller, id, revision, body);
  }

  @Delete('exceptions/:id')
  @HttpCode(204)
  end(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.exceptions.end(caller, id);
  }
}
