import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@opiring/contract/text';

/** Days for which a member's rest was agreed. */
@Entity('agreed_pauses')
export class AgreedPause {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'membership_id' }) membershipId!: string;
  @Column('date', { name: 'from_on' }) fromOn!: Day;
  @Column('date', { name: 'until_on' }) untilOn!: Day;
  @Column('uuid', { name: 'agreed_by', nullable: true }) agreedBy!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
