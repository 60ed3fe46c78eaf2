import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordPracticum } from '@opiring/contract/circles';
import type { Day } from '@opiring/contract/text';

/** The dialogue two learning partners held together; it counts once both have confirmed it. */
@Entity('practicums')
export class Practicum {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) readonly id!: string;
  @Column('uuid', { name: 'cohort_id' }) readonly cohortId!: string;
  @Column('uuid', { name: 'pair_id', unique: true }) readonly pairId!: string;
  @Column('date', { name: 'held_on' }) readonly heldOn!: Day;
  @Column('text', { default: '' }) readonly topic!: string;
  @Column('integer', { default: 1 }) readonly revision!: number;
  @Column('uuid', { name: 'created_by', nullable: true }) readonly createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) readonly createdAt!: Date;

  static record(cohortId: string, pairId: string, by: string, told: RecordPracticum, now: Date): Practicum {
    return Object.assign(new Practicum(), {
      cohortId,
      pairId,
      heldOn: told.heldOn,
      topic: told.topic ?? '',
      revision: 1,
      createdBy: by,
      createdAt: now,
    } satisfies Partial<Practicum>);
  }

  /** Whether another day is told: then what the partner confirmed was something else. */
  change(told: RecordPracticum): { otherDay: boolean } {
    const otherDay = told.heldOn !== this.heldOn;
    Object.assign(this, {
      heldOn: told.heldOn,
      topic: told.topic ?? this.topic,
      revision: this.revision + 1,
    } satisfies Partial<Practicum>);
    return { otherDay };
  }
}
