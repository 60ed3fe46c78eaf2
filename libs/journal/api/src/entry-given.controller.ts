import { Controller, Get, Param, Query } from '@nestjs/common';
import { PreviewQuery, type PreviewView, type ReceiptView } from '@opiring/contract/journal';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canPreviewEntry, canSeeReadings } from './entry.policy';
import { EntryGivenService } from './entry-given.service';

/** What an author sees of giving, before and after. */
@Controller('entries/:id')
export class EntryGivenController {
  constructor(private readonly given: EntryGivenService) {}

  @Get('preview')
  @Rule(canPreviewEntry)
  preview(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Query() query: PreviewQuery,
  ): Promise<PreviewView> {
    return this.given.preview(caller, id, query.version);
  }

  @Get('receipt')
  @Rule(canSeeReadings)
  receipt(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<ReceiptView> {
    return this.given.receipt(caller, id);
  }
}
