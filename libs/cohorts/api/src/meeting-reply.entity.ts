import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether a member said they are coming. */
@Entity('meeting_replies')
export class MeetingReply {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId!: string;
  @PrimaryColumn('uuid', { name: 'membership_id' }) membershipId!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('boolean') coming!: boolean;
  @Column('timestamptz', { name: 'replied_at', default: () => 'now()' }) repliedAt!: Date;
}
