import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a member began and did an activity: dates, never text. */
@Entity('activity_facts')
export class ActivityFact {
  @PrimaryColumn('uuid', { name: 'membership_id' }) membershipId!: string;
  @PrimaryColumn('uuid', { name: 'activity_id' }) activityId!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('timestamptz', { name: 'begun_at', default: () => 'now()' }) begunAt!: Date;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
}
