import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import type { ProgrammeSummaryView } from '@opiring/contract/cohorts';
import { CreateProgramme, type QuestionView, RewordQuestion } from '@opiring/contract/curriculum';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { canEditCurriculum, canFoundProgramme } from './curriculum.policy';
import { QuestionsService } from './questions.service';

@Controller()
export class QuestionsController {
  constructor(private readonly questions: QuestionsService) {}

  @Post('programmes')
  @Rule(canFoundProgramme)
  found(
    @CallerOf() caller: Caller,
    @Body() body: CreateProgramme,
    @Once() once: Idempotency | undefined,
  ): Promise<ProgrammeSummaryView> {
    return this.questions.found(caller, body, once);
  }

  @Put('questions/:id/text')
  @Rule(canEditCurriculum)
  reword(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: RewordQuestion,
  ): Promise<QuestionView> {
    return this.questions.reword(caller, id, body);
  }
}
