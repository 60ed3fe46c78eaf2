import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AgendaStepView,
  ChangeMeeting,
  MeetingGuestView,
  PlanMeeting,
} from '@opiring/contract/meetings';
import { inLanguage, type LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import { MeetingEndsBeforeItStarts } from './cohorts.errors';
import { agendaIn, guestIn, type MeetingSnapshot, snapshotOf } from './meeting-day';

/** A day together. It keeps its identity, in calendars too, however often it moves. */
@Entity('meetings')
export class Meeting {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('smallint') position!: number;
  @Column('jsonb') title!: LocalText;
  @Column('jsonb', { default: {} }) about!: LocalText;
  @Column('jsonb', { default: {} }) place!: LocalText;
  @Column('text', { nullable: true }) link!: string | null;
  @Column('jsonb', { nullable: true }) guest!: MeetingGuestView | null;
  @Column('jsonb', { default: [] }) agenda!: AgendaStepView[];
  @Column('timestamptz', { name: 'agenda_published_at', nullable: true }) agendaPublishedAt!: Date | null;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  /** What it was made after, in an earlier intake. */
  @Column('uuid', { name: 'copied_from', nullable: true, select: false }) copiedFrom?: string | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;

  static plan(cohortId: string, position: number, sent: PlanMeeting, language: Locale): Meeting {
    const meeting = Object.assign(new Meeting(), {
      cohortId,
      position,
      about: {},
      place: {},
      link: null,
      guest: null,
      agenda: [],
    });
    meeting.take(sent, language);
    meeting.assertOrder();
    return meeting;
  }

  /** Takes over what was sent; gives what it was and what it is, or nothing where nothing is different. */
  change(
    sent: ChangeMeeting,
    language: Locale,
    now: Date,
  ): { before: MeetingSnapshot; after: MeetingSnapshot } | null {
    const before = snapshotOf(this);
    this.take(sent, language);
    if (sent.agenda !== undefined) this.agenda = agendaIn(sent.agenda, language);
    if (sent.agendaPublished !== undefined)
      this.agendaPublishedAt = sent.agendaPublished ? (this.agendaPublishedAt ?? now) : null;
    if (sent.cancelled !== undefined) this.cancelledAt = sent.cancelled ? (this.cancelledAt ?? now) : null;
    this.assertOrder();
    const after = snapshotOf(this);
    if (JSON.stringify(before) === JSON.stringify(after)) return null;
    this.revision += 1;
    return { before, after };
  }

  isOver(now: Date): boolean {
    return this.cancelledAt !== null || this.endsAt <= now;
  }

  private take(sent: Partial<PlanMeeting>, language: Locale): void {
    if (sent.title !== undefined) this.title = inLanguage(sent.title, language);
    if (sent.about !== undefined) this.about = inLanguage(sent.about, language);
    if (sent.place !== undefined) this.place = inLanguage(sent.place, language);
    if (sent.link !== undefined) this.link = sent.link;
    if (sent.guest !== undefined) this.guest = guestIn(sent.guest, language);
    if (sent.startsAt !== undefined) this.startsAt = new Date(sent.startsAt);
    if (sent.endsAt !== undefined) this.endsAt = new Date(sent.endsAt);
  }

  private assertOrder(): void {
    if (this.endsAt <= this.startsAt) throw new MeetingEndsBeforeItStarts();
  }
}
