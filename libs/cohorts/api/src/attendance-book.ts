import type { AttendanceState, AttendanceView } from '@opiring/contract/cohorts';
import { NotFound, type Tx } from '@opiring/platform/api';
import { Attendance, AttendanceChange } from './attendance.entity';
import { Membership } from './membership.entity';

interface Place {
  cohortId: string;
  meetingId: string;
  membershipId: string;
}

/**
 * Writes down who was there, and in the log who said so, when, and what stood before (rule 13). `over` answers, from what stands
 * there, what is to stand.
 */
export async function writeDown(
  tx: Tx,
  { cohortId, meetingId, membershipId }: Place,
  way: AttendanceChange['way'],
  over: (before: AttendanceState | null) => AttendanceState,
): Promise<AttendanceView> {
  // Locked, so that two who record the same person at once are both in the log.
  const member = await tx.manager.findOne(Membership, {
    where: { id: membershipId, cohortId, role: 'participant' },
    lock: { mode: 'for_no_key_update' },
  });
  if (!member) throw new NotFound();
  const earlier = await tx.manager.findOneBy(Attendance, { meetingId, membershipId });
  const state = over(earlier?.state ?? null);
  if (earlier?.state === state) return viewOf(earlier);
  const by = { cohortId, meetingId, membershipId };
  await tx.manager.insert(AttendanceChange, {
    ...by,
    changedBy: tx.viewer.accountId,
    changedAt: tx.now,
    before: earlier?.state ?? null,
    after: state,
    way,
  });
  const attendance = earlier ?? tx.manager.create(Attendance, by);
  Object.assign(attendance, { state, recordedBy: tx.viewer.accountId, recordedAt: tx.now });
  return viewOf(await tx.manager.save(attendance));
}

const viewOf = ({ meetingId, membershipId, state, recordedAt }: Attendance): AttendanceView => ({
  meetingId,
  membershipId,
  state,
  recordedAt: recordedAt.toISOString(),
});
