import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeMeeting } from '@opiring/contract/cohorts';
import { inLanguage, type LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import { MeetingEndsBeforeItStarts } from './cohorts.errors';

/** What a change keeps of a meeting, before and after. */
export interface MeetingSnapshot {
  title: LocalText;
  about: LocalText;
  place: LocalText;
  startsAt: string;
  endsAt: string;
  cancelled: boolean;
}

/** A day together. It keeps its identity, in calendars too, however often it moves. */
@Entity('meetings')
export class Meeting {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('smallint') position!: number;
  @Column('jsonb') title!: LocalText;
  @Column('jsonb', { default: {} }) about!: LocalText;
  @Column('jsonb', { default: {} }) place!: LocalText;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  /** What it was made after, in an earlier intake. */
  @Column('uuid', { name: 'copied_from', nullable: true, select: false }) copiedFrom?: string | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;

  /** Takes over what was sent; gives what it was and what it is, or nothing where nothing is different. */
  change(
    sent: ChangeMeeting,
    language: Locale,
    now: Date,
  ): { before: MeetingSnapshot; after: MeetingSnapshot } | null {
    const before = this.snapshot();
    if (sent.title !== undefined) this.title = inLanguage(sent.title, language);
    if (sent.about !== undefined) this.about = inLanguage(sent.about, language);
    if (sent.place !== undefined) this.place = inLanguage(sent.place, language);
    if (sent.startsAt !== undefined) this.startsAt = new Date(sent.startsAt);
    if (sent.endsAt !== undefined) this.endsAt = new Date(sent.endsAt);
    if (sent.cancelled !== undefined) this.cancelledAt = sent.cancelled ? (this.cancelledAt ?? now) : null;
    this.assertOrder();
    const after = this.snapshot();
    if (JSON.stringify(before) === JSON.stringify(after)) return null;
    this.revision += 1;
    return { before, after };
  }

  assertOrder(): void {
    if (this.endsAt <= this.startsAt) throw new MeetingEndsBeforeItStarts();
  }

  isOver(now: Date): boolean {
    return this.cancelledAt !== null || this.endsAt <= now;
  }

  private snapshot(): MeetingSnapshot {
    return {
      title: sorted(this.title),
      about: sorted(this.about),
      place: sorted(this.place),
      startsAt: this.startsAt.toISOString(),
      endsAt: this.endsAt.toISOString(),
      cancelled: this.cancelledAt !== null,
    };
  }
}

/** Languages in one order, so that equal texts look equal. */
const sorted = ({ et, en, ru }: LocalText): LocalText => ({
  ...(et !== undefined && { et }),
  ...(en !== undefined && { en }),
  ...(ru !== undefined && { ru }),
});
