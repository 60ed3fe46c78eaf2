import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  type AudienceView,
  CreateEntry,
  EntriesQuery,
  type EntrySummaryView,
  type EntryView,
} from '@opiring/contract/journal';
import type { Page } from '@opiring/contract/text';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { EntriesService } from './entries.service';
import { canListEntries, canWriteEntry } from './entry.policy';
import { EntrySharesService } from './entry-shares.service';

/** A member's entries in a cohort: their own, and what others shared with them. */
@Controller('cohorts/:cohortId')
export class EntriesController {
  constructor(
    private readonly entries: EntriesService,
    private readonly shares: EntrySharesService,
  ) {}

  @Post('entries')
  @Rule(canWriteEntry)
  create(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: CreateEntry,
    @Once() once?: Idempotency,
  ): Promise<EntryView> {
    return this.entries.create(caller, cohortId, body, once);
  }

  @Get('entries')
  @Rule(canListEntries)
  list(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() query: EntriesQuery,
  ): Promise<Page<EntrySummaryView>> {
    return this.entries.list(caller, cohortId, query);
  }

  @Get('audiences')
  @Rule(canWriteEntry)
  audiences(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
  ): Promise<Page<AudienceView>> {
    return this.shares.audiences(caller, cohortId);
  }
}
