import type { AnnouncementAudience } from '@opiring/contract/announcements';
import type { Locale } from '@opiring/contract/values';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type Words = Pick<Announcement, 'title' | 'body'>;

/** What the team tells the cohort, or those who miss something. */
@Entity('announcements')
export class Announcement {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('text') title!: string;
  @Column('text') body!: string;
  @Column('text') lang!: Locale;
  @Column('text') audience!: AnnouncementAudience;
  @Column('uuid', { name: 'sent_by', nullable: true }) sentBy!: string | null;
  @Column('timestamptz', { name: 'sent_at', default: () => 'now()' }) sentAt!: Date;
  @Column('timestamptz', { name: 'corrected_at', nullable: true }) correctedAt!: Date | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column('integer', { default: 1 }) revision!: number;

  /** Other words; what they were and are, or nothing where they are the same. */
  correct(sent: Partial<Words>, now: Date): { before: Words; after: Words } | undefined {
    const before = { title: this.title, body: this.body };
    const after = { ...before, ...sent };
    if (after.title === before.title && after.body === before.body) return undefined;
    Object.assign(this, after, { correctedAt: now, revision: this.revision + 1 });
    return { before, after };
  }

  withdraw(now: Date): void {
    if (this.withdrawnAt) return;
    this.withdrawnAt = now;
    this.revision++;
  }
}
