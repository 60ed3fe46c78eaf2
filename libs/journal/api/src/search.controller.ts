import { Controller, Get, Param, Query } from '@nestjs/common';
import { type FoundEntryView, SearchQuery } from '@opiring/contract/search';
import type { Page } from '@opiring/contract/text';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canSearch } from './arc.policy';
import { SearchService } from './search.service';

@Controller('cohorts/:cohortId/search')
export class SearchController {
  constructor(private readonly texts: SearchService) {}

  @Get()
  @Rule(canSearch)
  search(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() query: SearchQuery,
  ): Promise<Page<FoundEntryView>> {
    return this.texts.search(caller, cohortId, query);
  }
}
