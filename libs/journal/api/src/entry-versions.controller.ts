import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  type EntryView,
  VersionsQuery,
  type VersionSummaryView,
  type VersionView,
} from '@opiring/contract/journal';
import type { Page } from '@opiring/contract/text';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { canChangeEntry, canSeeVersions } from './entry.policy';
import { EntryVersionsService } from './entry-versions.service';
import { VersionNumber } from './version-number';

/** What was kept of an entry, for its author alone. */
@Controller('entries/:id')
export class EntryVersionsController {
  constructor(private readonly versions: EntryVersionsService) {}

  /** *Valmis*. Said twice, it is still done once. */
  @Post('done')
  @HttpCode(200)
  @Rule(canChangeEntry)
  finish(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<EntryView> {
    return this.versions.finish(caller, id);
  }

  @Get('versions')
  @Rule(canSeeVersions)
  list(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Query() query: VersionsQuery,
  ): Promise<Page<VersionSummaryView>> {
    return this.versions.list(caller, id, query.after);
  }

  @Get('versions/:number')
  @Rule(canSeeVersions)
  one(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Param('number', VersionNumber) number: number,
  ): Promise<VersionView> {
    return this.versions.one(caller, id, number);
  }

  @Post('versions/:number/restorations')
  @Rule(canChangeEntry)
  restore(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Param('number', VersionNumber) number: number,
    @Once() once?: Idempotency,
  ): Promise<EntryView> {
    return this.versions.restore(caller, id, number, once);
  }
}
