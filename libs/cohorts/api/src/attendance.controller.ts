import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import {
  type AttendanceChangesView,
  type AttendanceView,
  PageAfter,
  RecordAttendance,
} from '@opiring/contract/cohorts';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { AttendanceService } from './attendance.service';
import { canRecordAttendance } from './cohort.policy';

@Controller('meetings/:id/attendance')
@Rule(canRecordAttendance)
export class AttendanceController {
  constructor(private readonly attendance: AttendanceService) {}

  @Put(':membershipId')
  record(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Param('membershipId', Uuid) membershipId: string,
    @Body() body: RecordAttendance,
  ): Promise<AttendanceView> {
    return this.attendance.record(caller, id, membershipId, body);
  }

  @Get('changes')
  @ApiQuery({ name: 'after', required: false, schema: { type: 'string', format: 'uuid' } })
  changes(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Query() page: PageAfter,
  ): Promise<AttendanceChangesView> {
    return this.attendance.changes(caller, id, page);
  }
}
