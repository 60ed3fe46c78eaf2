import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import type { AttendanceView } from '@opiring/contract/cohorts';
import { CheckIn, type CheckInCodeView } from '@opiring/contract/meetings';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { CheckInService } from './check-in.service';
import { canCheckIn, canRecordAttendance } from './cohort.policy';

@Controller('meetings/:id')
export class CheckInController {
  constructor(private readonly checkIns: CheckInService) {}

  /** Not repeatable by a key: what was shown is not kept, so that nobody can ask for it again. */
  @Post('check-in/codes')
  @Rule(canRecordAttendance)
  show(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<CheckInCodeView> {
    return this.checkIns.show(caller, id);
  }

  @Delete('check-in/codes')
  @HttpCode(204)
  @Rule(canRecordAttendance)
  close(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.checkIns.close(caller, id);
  }

  @Post('check-ins')
  @HttpCode(200)
  @Rule(canCheckIn)
  checkIn(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: CheckIn,
  ): Promise<AttendanceView> {
    return this.checkIns.checkIn(caller, id, body);
  }
}
