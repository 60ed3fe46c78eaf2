import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who accompanies whom, and since when. A change ends one row and begins another, so that the past stays known (rule 13). */
@Entity('mentor_assignments')
export class MentorAssignment {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'mentor_id' }) mentorId!: string;
  @Column('uuid', { name: 'participant_id' }) participantId!: string;
  @Column('uuid', { name: 'assigned_by', nullable: true }) assignedBy!: string | null;
  @Column('timestamptz', { name: 'assigned_at', default: () => 'now()' }) assignedAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy!: string | null;
}
