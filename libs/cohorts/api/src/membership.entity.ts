import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@opiring/contract/values';

/** A seat of an account in a cohort. It ends, it is never deleted: what was done keeps its doer. */
@Entity('memberships')
export class Membership {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text') role!: Role;
  /** The place in the ring, of participants only. */
  @Column('smallint', { nullable: true }) seat!: number | null;
  @Column('text', { default: '' }) municipality!: string;
  @Column('text', { default: '' }) occupation!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;

  get active(): boolean {
    return this.endedAt === null;
  }

  /** Ends it; the day it first ended stays. */
  end(now: Date): void {
    this.endedAt ??= now;
  }

  /** Takes somebody back who had left, on the seat they had. */
  resume({ municipality, occupation }: { municipality?: string; occupation?: string }): void {
    this.endedAt = null;
    this.municipality = municipality ?? this.municipality;
    this.occupation = occupation ?? this.occupation;
  }
}
