import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangePause, PauseView } from '@opiring/contract/cohorts';
import type { Day } from '@opiring/contract/text';
import { DaysReversed, PauseEnded } from './cohorts.errors';

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
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy!: string | null;
  /** Read by whom it is about. */
  @Column('text', { default: '' }) reason!: string;
  @Column('integer', { default: 1 }) revision!: number;

  correct({ fromOn, untilOn, reason }: ChangePause): void {
    if (this.endedAt) throw new PauseEnded();
    this.fromOn = fromOn ?? this.fromOn;
    this.untilOn = untilOn ?? this.untilOn;
    this.reason = reason?.trim() ?? this.reason;
    if (this.untilOn < this.fromOn) throw new DaysReversed('untilOn');
    this.revision += 1;
  }

  words(): Pick<AgreedPause, 'fromOn' | 'untilOn' | 'reason'> {
    return { fromOn: this.fromOn, untilOn: this.untilOn, reason: this.reason };
  }

  view(): PauseView {
    const { id, membershipId, revision } = this;
    return { id, membershipId, ...this.words(), revision };
  }
}

/** A correction: who, when, before and after (rule 13). Written once. */
@Entity('agreed_pause_changes')
export class AgreedPauseChange {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'pause_id' }) pauseId!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt!: Date;
  @Column('jsonb') before!: Pick<AgreedPause, 'fromOn' | 'untilOn' | 'reason'>;
  @Column('jsonb') after!: Pick<AgreedPause, 'fromOn' | 'untilOn' | 'reason'>;
}
