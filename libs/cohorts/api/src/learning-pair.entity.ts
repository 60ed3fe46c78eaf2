import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two participants who are learning partners until it ends. */
@Entity('learning_pairs')
export class LearningPair {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'first_id' }) firstId!: string;
  @Column('uuid', { name: 'second_id' }) secondId!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
