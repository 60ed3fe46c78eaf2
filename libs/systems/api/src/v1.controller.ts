import { applyDecorators, Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import {
  type V1Attendances,
  type V1Certificates,
  type V1Circles,
  type V1Cohort,
  type V1Cohorts,
  type V1Meetings,
  V1Page,
  type V1People,
  type V1Progress,
  type V1Report,
} from '@opiring/contract/v1';
import { BearerOf, type Caller, ForTokens, Rule, Uuid } from '@opiring/platform/api';
import { FactsEtag } from './facts-etag.interceptor';
import { canReadFacts } from './token.policy';
import { V1Service } from './v1.service';

/** What stands in the document of a reading route: its answer's class. */
const Answers = (name: string) => ApiOkResponse({ schema: { $ref: `#/components/schemas/${name}` } });
const List = (name: string) =>
  applyDecorators(
    Answers(name),
    ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 200 } }),
    ApiQuery({ name: 'after', required: false, schema: { type: 'string' } }),
  );

/** Facts for other systems, by token. Reading only. */
@Controller('v1/cohorts')
@ForTokens()
@Rule(canReadFacts)
@ApiBearerAuth()
@UseInterceptors(FactsEtag)
export class V1Controller {
  constructor(private readonly facts: V1Service) {}

  @Get()
  @Answers('V1Cohorts')
  cohorts(@BearerOf() token: Caller): Promise<V1Cohorts> {
    return this.facts.list(token);
  }

  @Get(':cohortId')
  @Answers('V1Cohort')
  cohort(@BearerOf() token: Caller, @Param('cohortId', Uuid) id: string): Promise<V1Cohort> {
    return this.facts.one(token, id);
  }

  @Get(':cohortId/people')
  @List('V1People')
  people(
    @BearerOf() token: Caller,
    @Param('cohortId', Uuid) id: string,
    @Query() page: V1Page,
  ): Promise<V1People> {
    return this.facts.people(token, id, page);
  }

  @Get(':cohortId/meetings')
  @List('V1Meetings')
  meetings(
    @BearerOf() token: Caller,
    @Param('cohortId', Uuid) id: string,
    @Query() page: V1Page,
  ): Promise<V1Meetings> {
    return this.facts.meetings(token, id, page);
  }

  @Get(':cohortId/attendance')
  @List('V1Attendances')
  attendance(
    @BearerOf() token: Caller,
    @Param('cohortId', Uuid) id: string,
    @Query() page: V1Page,
  ): Promise<V1Attendances> {
    return this.facts.attendance(token, id, page);
  }

  @Get(':cohortId/progress')
  @List('V1Progress')
  progress(
    @BearerOf() token: Caller,
    @Param('cohortId', Uuid) id: string,
    @Query() page: V1Page,
  ): Promise<V1Progress> {
    return this.facts.matrix(token, id, page);
  }

  @Get(':cohortId/circles')
  @List('V1Circles')
  circles(
    @BearerOf() token: Caller,
    @Param('cohortId', Uuid) id: string,
    @Query() page: V1Page,
  ): Promise<V1Circles> {
    return this.facts.circles(token, id, page);
  }

  @Get(':cohortId/certificates')
  @List('V1Certificates')
  certificates(
    @BearerOf() token: Caller,
    @Param('cohortId', Uuid) id: string,
    @Query() page: V1Page,
  ): Promise<V1Certificates> {
    return this.facts.certificates(token, id, page);
  }

  @Get(':cohortId/report')
  @Answers('V1Report')
  report(@BearerOf() token: Caller, @Param('cohortId', Uuid) id: string): Promise<V1Report> {
    return this.facts.report(token, id);
  }
}
