import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { AddMember, type MemberView, PageAfter, type PeopleView } from '@opiring/contract/cohorts';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { canInvite, canSeeCohort } from './cohort.policy';
import { PeopleService } from './people.service';

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get('cohorts/:cohortId/people')
  @ApiQuery({ name: 'after', required: false, schema: { type: 'string', format: 'uuid' } })
  @Rule(canSeeCohort)
  list(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() page: PageAfter,
  ): Promise<PeopleView> {
    return this.people.list(caller, cohortId, page);
  }

  @Post('cohorts/:cohortId/people')
  @Rule(canInvite)
  add(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: AddMember,
    @Once() once: Idempotency | undefined,
  ): Promise<MemberView> {
    return this.people.add(caller, cohortId, body, once);
  }

  @Delete('memberships/:id')
  @HttpCode(204)
  @Rule(canInvite)
  end(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.people.end(caller, id);
  }
}
