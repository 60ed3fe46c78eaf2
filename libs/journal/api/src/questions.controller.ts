import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { type MovedView, type RingView, SayWhatMoved } from '@opiring/contract/arc';
import { type Caller, CallerOf, Revision, Rule, Uuid } from '@opiring/platform/api';
import { canReadRing, canSayWhatMoved } from './arc.policy';
import { QuestionsService } from './questions.service';

/** What a cohort's people do with one guiding question beside answering it. */
@Controller('cohorts/:cohortId/questions/:questionId')
export class QuestionsController {
  constructor(private readonly questions: QuestionsService) {}

  @Put('moved')
  @Rule(canSayWhatMoved)
  say(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('questionId', Uuid) questionId: string,
    @Body() body: SayWhatMoved,
    @Revision() revision: number,
  ): Promise<MovedView> {
    return this.questions.say(caller, cohortId, questionId, body, revision);
  }

  @Get('ring')
  @Rule(canReadRing)
  ring(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Param('questionId', Uuid) questionId: string,
  ): Promise<RingView> {
    return this.questions.ring(caller, cohortId, questionId);
  }
}
