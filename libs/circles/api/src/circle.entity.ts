import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CorrectCircle, RecordCircle } from '@opiring/contract/circles';
import type { Day } from '@opiring/contract/text';

/** What of a circle can be corrected, as the change log keeps it. */
export interface CircleFacts {
  heldOn: Day;
  place: string;
  topic: string;
  people: number;
  missingVoices: string;
}

/** A circle a leader held at home. */
@Entity('circles')
export class Circle {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) readonly id!: string;
  @Column('uuid', { name: 'cohort_id' }) readonly cohortId!: string;
  @Column('uuid', { name: 'host_id' }) readonly hostId!: string;
  @Column('date', { name: 'held_on' }) readonly heldOn!: Day;
  @Column('text') readonly place!: string;
  @Column('text') readonly topic!: string;
  @Column('integer') readonly people!: number;
  @Column('text', { name: 'missing_voices', default: '' }) readonly missingVoices!: string;
  @Column('integer', { default: 1 }) readonly revision!: number;
  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' }) readonly recordedAt!: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) readonly withdrawnAt!: Date | null;

  /** As the host tells it. */
  static record(cohortId: string, hostId: string, told: RecordCircle, now: Date): Circle {
    return Object.assign(new Circle(), {
      cohortId,
      hostId,
      heldOn: told.heldOn,
      place: told.place,
      topic: told.topic,
      people: told.people,
      missingVoices: told.missingVoices ?? '',
      revision: 1,
      recordedAt: now,
      withdrawnAt: null,
    } satisfies Partial<Circle>);
  }

  facts(): CircleFacts {
    const { heldOn, place, topic, people, missingVoices } = this;
    return { heldOn, place, topic, people, missingVoices };
  }

  /** What is absent stays. */
  correct(told: CorrectCircle): void {
    const facts = this.facts();
    Object.assign(this, {
      heldOn: told.heldOn ?? facts.heldOn,
      place: told.place ?? facts.place,
      topic: told.topic ?? facts.topic,
      people: told.people ?? facts.people,
      missingVoices: told.missingVoices ?? facts.missingVoices,
      revision: this.revision + 1,
    } satisfies Partial<Circle>);
  }

  /** It was not held after all: it leaves every list and count, and the log keeps what it said. */
  withdraw(now: Date): void {
    Object.assign(this, { withdrawnAt: now, revision: this.revision + 1 } satisfies Partial<Circle>);
  }
}
