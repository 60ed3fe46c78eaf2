import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@opiring/contract/text';

/** One intake of a programme. Its days are those of its time zone. */
@Entity('cohorts')
export class Cohort {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'programme_id' }) programmeId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'time_zone', default: 'Europe/Tallinn' }) timeZone!: string;
  @Column('date', { name: 'starts_on' }) startsOn!: Day;
  @Column('date', { name: 'ends_on' }) endsOn!: Day;
  /** What it was made after, in an earlier intake. */
  @Column('uuid', { name: 'copied_from', nullable: true, select: false }) copiedFrom?: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
