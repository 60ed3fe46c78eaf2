import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { type PartnershipView, RecordPracticum } from '@opiring/contract/circles';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canHoldPracticum } from './circle.policy';
import { KnownRevision } from './known-revision';
import { PracticumService } from './practicum.service';

@Controller()
@Rule(canHoldPracticum)
export class PracticumController {
  constructor(private readonly practicum: PracticumService) {}

  @Get('cohorts/:cohortId/practicum')
  partnership(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
  ): Promise<PartnershipView> {
    return this.practicum.partnership(caller, cohortId);
  }

  @Put('cohorts/:cohortId/practicum')
  record(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @KnownRevision() revision: number | undefined,
    @Body() body: RecordPracticum,
  ): Promise<PartnershipView> {
    return this.practicum.record(caller, cohortId, revision, body);
  }

  @Put('practicums/:id/confirmation')
  confirm(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<PartnershipView> {
    return this.practicum.confirm(caller, id);
  }

  @Delete('practicums/:id/confirmation')
  @HttpCode(204)
  withdraw(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.practicum.withdraw(caller, id);
  }
}
