import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AnswerPulse, type PulseView } from '@opiring/contract/pulse';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canAnswerPulse, seesPulse } from './pulse.policy';
import { PulseService } from './pulse.service';

@Controller()
export class PulseController {
  constructor(private readonly pulses: PulseService) {}

  @Get('cohorts/:cohortId/pulse')
  @Rule(seesPulse)
  pulse(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<PulseView> {
    return this.pulses.pulse(caller, cohortId);
  }

  @Post('meetings/:id/pulse')
  @HttpCode(204)
  @Rule(canAnswerPulse)
  answer(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: AnswerPulse,
  ): Promise<void> {
    return this.pulses.answer(caller, id, body);
  }
}
