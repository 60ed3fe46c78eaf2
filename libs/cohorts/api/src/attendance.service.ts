import { Injectable } from '@nestjs/common';
import type {
  AttendanceChangesView,
  AttendanceChangeView,
  AttendanceView,
  PageAfter,
  RecordAttendance,
} from '@opiring/contract/cohorts';
import { type Caller, NotFound, type Tx, Work } from '@opiring/platform/api';
import { writeDown } from './attendance-book';
import { canRecordAttendance, canSeeMeetings } from './cohort.policy';
import { MeetingCancelled } from './cohorts.errors';
import { Meeting } from './meeting.entity';
import { ATTENDANCE_CHANGES } from './meetings.queries';
import { allow, standingIn } from './standing';

const PER_PAGE = 200;

/** Who was there. Every recording and correction stays known: who, when, before and after (rule 13). */
@Injectable()
export class AttendanceService {
  constructor(private readonly work: Work) {}

  record(
    caller: Caller,
    meetingId: string,
    membershipId: string,
    { state }: RecordAttendance,
  ): Promise<AttendanceView> {
    return this.work.write(caller, async (tx) => {
      const { cohortId, cancelledAt } = await this.meeting(tx, meetingId);
      if (cancelledAt) throw new MeetingCancelled();
      return writeDown(tx, { cohortId, meetingId, membershipId }, 'hand', () => state);
    });
  }

  changes(caller: Caller, meetingId: string, { after }: PageAfter): Promise<AttendanceChangesView> {
    return this.work.read(caller, async (tx) => {
      await this.meeting(tx, meetingId);
      const rows = await tx.manager.query<AttendanceChangeView[]>(ATTENDANCE_CHANGES, [
        meetingId,
        after ?? null,
        PER_PAGE + 1,
      ]);
      const changes = rows.slice(0, PER_PAGE);
      const next = rows.length > changes.length ? changes.at(-1)?.id : undefined;
      return { changes, ...(next && { next }) };
    });
  }

  private async meeting(tx: Tx, id: string): Promise<Meeting> {
    const meeting = await tx.manager.findOneBy(Meeting, { id });
    if (!meeting) throw new NotFound();
    allow(standingIn(tx, meeting.cohortId), canSeeMeetings, canRecordAttendance);
    return meeting;
  }
}
