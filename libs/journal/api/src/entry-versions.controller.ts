import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  type EntryView,
  KeepText,
  ResolveConflict,
  VersionsQuery,
  type VersionSummaryView,
  type VersionView,
} from '@opiring/contract/journal';
import type { Page } from '@opiring/contract/text';
import { type Caller, CallerOf, type Idempotency, Once, Revision, Rule, Uuid } from '@opiring/platform/api';
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

  @Post('versions')
  @Rule(canChangeEntry)
  keep(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: KeepText,
    @Once() once?: Idempotency,
  ): Promise<VersionSummaryView> {
    return this.versions.keepText(caller, id, body, once);
  }

  /** Which of two texts written apart is to stand. */
  @Post('resolutions')
  @Rule(canChangeEntry)
  resolve(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: ResolveConflict,
    @Revision() revision: number,
    @Once() once?: Idempotency,
  ): Promise<EntryView> {
    return this.versions.resolve(caller, id, body, revision, once);
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
