import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AgreedView,
  CorrectException,
  ExceptionKind,
  ExceptionWords,
} from '@opiring/contract/exceptions';
import type { Day } from '@opiring/contract/text';
import { ExceptionEnded, NothingToOpen } from './exceptions.errors';

/** What was agreed with one leader beside the curriculum; what was agreed with two has a row for each. */
@Entity('agreed_exceptions')
export class AgreedException {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  /** The same in both rows of a pair, and what the wire knows it by. */
  @Column('uuid', { name: 'agreement_id' }) agreementId!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'membership_id' }) membershipId!: string;
  @Column('text') kind!: ExceptionKind;
  @Column('uuid', { name: 'module_id', nullable: true }) moduleId!: string | null;
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId!: string | null;
  @Column('date', { name: 'opens_on', nullable: true }) opensOn!: Day | null;
  @Column('text') reason!: string;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('uuid', { name: 'agreed_by', nullable: true }) agreedBy!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy!: string | null;

  correct({ opensOn, reason }: CorrectException): void {
    if (this.endedAt) throw new ExceptionEnded();
    if (opensOn !== undefined && this.kind !== 'opens') throw new NothingToOpen();
    this.opensOn = opensOn ?? this.opensOn;
    this.reason = reason?.trim() ?? this.reason;
    this.revision += 1;
  }

  /** Ends it; the moment it first ended stays. */
  end(now: Date, by: string): void {
    if (this.endedAt) return;
    this.endedAt = now;
    this.endedBy = by;
    this.revision += 1;
  }

  words(): ExceptionWords {
    return { fromOn: this.opensOn, reason: this.reason };
  }

  view(): AgreedView {
    const { agreementId: id, kind, opensOn, reason, revision } = this;
    return { id, kind, opensOn, reason, revision };
  }
}

/** A correction: who, when, before and after (rule 13). Written once. */
@Entity('agreed_exception_changes')
export class AgreedExceptionChange {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'exception_id' }) exceptionId!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt!: Date;
  @Column('jsonb') before!: ExceptionWords;
  @Column('jsonb') after!: ExceptionWords;
}
