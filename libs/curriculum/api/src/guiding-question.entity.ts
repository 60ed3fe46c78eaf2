import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalText } from '@opiring/contract/text';

/** A question that leads the whole way. Its words are versions. */
@Entity('guiding_questions')
export class GuidingQuestion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'programme_id' }) programmeId!: string;
  @Column('text', { default: 'main' }) strand!: 'main' | 'inclusive';
  @Column('smallint') position!: number;
}

/** A question's words from a day on; never edited, so that an answer keeps what it answered (rule 9). */
@Entity('guiding_question_versions')
export class GuidingQuestionVersion {
  @PrimaryColumn('uuid', { name: 'question_id' }) questionId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') text!: LocalText;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
