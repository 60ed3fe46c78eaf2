import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttendanceState } from '@opiring/contract/cohorts';

/** How a participant was there. */
@Entity('attendances')
export class Attendance {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId!: string;
  @PrimaryColumn('uuid', { name: 'membership_id' }) membershipId!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('text') state!: AttendanceState;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' }) recordedAt!: Date;
}

/** A recording or correction: who, when, before and after (rule 13). Written once. */
@Entity('attendance_changes')
export class AttendanceChange {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'membership_id' }) membershipId!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt!: Date;
  @Column('text', { nullable: true }) before!: AttendanceState | null;
  @Column('text') after!: AttendanceState;
  /** By the team's hand, or by the participant's own code. */
  @Column('text', { default: 'hand' }) way!: 'hand' | 'code';
}
