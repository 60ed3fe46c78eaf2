import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import type { CompletionRule } from './people';

/** What cohorts go through: its name, its language, when it is completed. */
@Entity('programmes')
export class Programme {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text', { unique: true }) slug!: string;
  @Column('text', { default: 'et' }) language!: Locale;
  @Column('jsonb') title!: LocalText;
  @Column('jsonb', { default: {} }) texts!: Record<string, unknown>;
  @Column('jsonb', {
    name: 'completion_rule',
    default: { attendanceShare: 0.8, practicum: true, communityCircle: true },
  })
  completionRule!: CompletionRule;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
