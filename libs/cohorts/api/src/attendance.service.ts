import { Injectable } from '@nestjs/common';
import type {
  AttendanceChangesView,
  AttendanceChangeView,
  AttendanceView,
  PageAfter,
  RecordAttendance,
} from '@opiring/contract/cohorts';
import { type Caller, NotFound, type Tx, Work } from '@opiring/platform/api';
import { Attendance, AttendanceChange } from './attendance.entity';
import { canRecordAttendance, canSeeMeetings } from './cohort.policy';
import { MeetingCancelled } from './cohorts.errors';
import { Meeting } from './meeting.entity';
import { ATTENDANCE_CHANGES } from './meetings.queries';
import { Membership } from './membership.entity';
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
      // Locked, so that two who record the same person at once are both in the log.
      const member = await tx.manager.findOne(Membership, {
        where: { id: membershipId, cohortId, role: 'participant' },
        lock: { mode: 'for_no_key_update' },
      });
      if (!member) throw new NotFound();
      const earlier = await tx.manager.findOneBy(Attendance, { meetingId, membershipId });
      if (earlier?.state === state) return viewOf(earlier);
      const by = { cohortId, meetingId, membershipId };
      await tx.manager.insert(AttendanceChange, {
        ...by,
        changedBy: tx.viewer.accountId,
        changedAt: tx.now,
        before: earlier?.state ?? null,
        after: state,
      });
      const attendance = earlier ?? tx.manager.create(Attendance, by);
      Object.assign(attendance, { state, recordedBy: tx.viewer.accountId, recordedAt: tx.now });
      return viewOf(await tx.manager.save(attendance));
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

const viewOf = ({ meetingId, membershipId, state, recordedAt }: Attendance): AttendanceView => ({
  meetingId,
  membershipId,
  state,
  recordedAt: recordedAt.toISOString(),
});
