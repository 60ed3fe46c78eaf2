import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EditionContent } from './edition-content';

/** A published state. The database lets nobody change one. */
@Entity('editions')
export class Edition {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('integer') number!: number;
  @Column('jsonb') content!: EditionContent;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy!: string | null;
  @Column('timestamptz', { name: 'published_at', default: () => 'now()' }) publishedAt!: Date;
}
