import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  ChangeEntry,
  type EntryView,
  type ReadingView,
  ShareEntry,
  type ShareView,
} from '@opiring/contract/journal';
import type { Page } from '@opiring/contract/text';
import { type Caller, CallerOf, type Idempotency, Once, Revision, Rule, Uuid } from '@opiring/platform/api';
import { EntriesService } from './entries.service';
import {
  canChangeEntry,
  canDeleteEntry,
  canReadEntry,
  canRevokeShare,
  canSeeReadings,
  canShareEntry,
} from './entry.policy';
import { EntrySharesService } from './entry-shares.service';

/** One entry and who may read it. */
@Controller('entries/:id')
export class EntryController {
  constructor(
    private readonly entries: EntriesService,
    private readonly shares: EntrySharesService,
  ) {}

  @Get()
  @Rule(canReadEntry)
  read(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<EntryView> {
    return this.entries.read(caller, id);
  }

  @Patch()
  @Rule(canChangeEntry)
  change(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: ChangeEntry,
    @Revision() revision: number,
  ): Promise<EntryView> {
    return this.entries.change(caller, id, body, revision);
  }

  @Delete()
  @HttpCode(204)
  @Rule(canDeleteEntry)
  remove(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.entries.remove(caller, id);
  }

  @Post('shares')
  @Rule(canShareEntry)
  share(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: ShareEntry,
    @Once() once?: Idempotency,
  ): Promise<ShareView> {
    return this.shares.share(caller, id, body, once);
  }

  @Delete('shares/:shareId')
  @HttpCode(204)
  @Rule(canRevokeShare)
  revoke(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Param('shareId', Uuid) shareId: string,
  ): Promise<void> {
    return this.shares.revoke(caller, id, shareId);
  }

  @Get('readings')
  @Rule(canSeeReadings)
  readings(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<Page<ReadingView>> {
    return this.shares.readings(caller, id);
  }
}
