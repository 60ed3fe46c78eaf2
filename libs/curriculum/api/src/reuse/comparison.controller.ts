import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { CompareIntakes, type ComparisonView } from '@opiring/contract/reuse';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canSeeDraft } from '../curriculum.policy';
import { ComparisonService } from './comparison.service';

@Controller('cohorts/:cohortId/comparison')
export class ComparisonController {
  constructor(private readonly comparison: ComparisonService) {}

  @Get()
  @ApiQuery({ name: 'with', required: true, schema: { type: 'string', format: 'uuid' } })
  @Rule(canSeeDraft)
  read(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() asked: CompareIntakes,
  ): Promise<ComparisonView> {
    return this.comparison.read(caller, cohortId, asked.with.toLowerCase());
  }
}
