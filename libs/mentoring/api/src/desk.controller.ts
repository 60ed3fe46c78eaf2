import { Controller, Get, Param, Query } from '@nestjs/common';
import { type ConversationSummaryView, type DeskView, PageQuery } from '@opiring/contract/mentoring';
import type { Page } from '@opiring/contract/text';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { DeskService } from './desk.service';
import { canListConversations, canSeeDesk } from './note.policy';
import { NotesService } from './notes.service';

/** A cohort's letters and answers, as far as they are the viewer's. */
@Controller('cohorts/:cohortId')
export class DeskController {
  constructor(
    private readonly letters: DeskService,
    private readonly notes: NotesService,
  ) {}

  @Get('desk')
  @Rule(canSeeDesk)
  desk(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() query: PageQuery,
  ): Promise<DeskView> {
    return this.letters.desk(caller, cohortId, query);
  }

  @Get('conversations')
  @Rule(canListConversations)
  conversations(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ConversationSummaryView>> {
    return this.notes.conversations(caller, cohortId, query);
  }
}
