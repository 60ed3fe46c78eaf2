import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingSnapshot } from './meeting-day';

/** Who changed a meeting, when, from what, into what. Written once. */
@Entity('meeting_changes')
export class MeetingChange {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt!: Date;
  @Column('jsonb') before!: MeetingSnapshot;
  @Column('jsonb') after!: MeetingSnapshot;
  @Column('text', { default: '' }) reason!: string;
}
