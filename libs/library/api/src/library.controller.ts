import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { PageAfter } from '@opiring/contract/cohorts';
import type { InterestView, LibraryView, PrinciplesView } from '@opiring/contract/library';
import type { Page } from '@opiring/contract/text';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { InterestsService } from './interests.service';
import { canAcceptPrinciples, canReadShelf, canSeeInterests } from './library.policy';
import { LibraryService } from './library.service';

@Controller()
export class LibraryController {
  constructor(
    private readonly library: LibraryService,
    private readonly interests: InterestsService,
  ) {}

  @Get('cohorts/:cohortId/library')
  @Rule(canReadShelf)
  shelf(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<LibraryView> {
    return this.library.shelf(caller, cohortId);
  }

  @Post('principles/:id/acceptances')
  @Rule(canAcceptPrinciples)
  accept(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Once() once: Idempotency | undefined,
  ): Promise<PrinciplesView> {
    return this.library.accept(caller, id, once);
  }

  @Get('cohorts/:cohortId/interests')
  @Rule(canSeeInterests)
  listInterests(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() page: PageAfter,
  ): Promise<Page<InterestView>> {
    return this.interests.list(caller, cohortId, page.after);
  }

  @Delete('interests/:id')
  @HttpCode(204)
  @Rule(canSeeInterests)
  removeInterest(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.interests.remove(caller, id);
  }
}
