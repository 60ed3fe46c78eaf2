import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  ActivityKind,
  ActivityView,
  ChangeActivity,
  CreateActivity,
} from '@opiring/contract/curriculum';
import { inOneCase, type ReleaseRule } from '@opiring/contract/release';
import { type Day, inLanguage, type LocalText } from '@opiring/contract/text';
import type { Frame, Locale, Moment } from '@opiring/contract/values';
import { type MaterialView } from '@opiring/contract/materials';
import { MeetingNeeded, OpensTwice, QuestionNeeded, Retired } from './curriculum.errors';

/** Something to do, in the draft. Its id stays through all editions, so that what was done stays done. */
@Entity('activities')
export class Activity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'module_id' }) moduleId!: string;
  @Column('integer') position!: number;
  @Column('text') kind!: ActivityKind;
  @Column('jsonb') title!: LocalText;
  @Column('jsonb', { default: {} }) instructions!: LocalText;
  @Column('boolean', { default: true }) required!: boolean;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('date', { name: 'opens_on', nullable: true }) opensOn!: Day | null;
  @Column('jsonb', { nullable: true }) release!: ReleaseRule | null;
  @Column('text', { nullable: true }) link!: string | null;
  @Column('uuid', { name: 'question_id', nullable: true }) questionId!: string | null;
  @Column('text', { nullable: true }) moment!: Moment | null;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('text', { nullable: true }) frame!: Frame | null;
  /** What it is called in the programme's file, where it came from one. */
  @Column('text', { nullable: true, select: false }) slug?: string | null;
  /** What it was made after, in an earlier intake. */
  @Column('uuid', { name: 'copied_from', nullable: true, select: false }) copiedFrom?: string | null;
  @Column('jsonb', { default: [] }) materials!: MaterialView[];
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;

  /** A new one, at the end of its module. */
  static draft(sent: CreateActivity, language: Locale): Partial<Activity> {
    const isAnswer = sent.kind === 'answer';
    if (isAnswer !== Boolean(sent.questionId) || isAnswer !== Boolean(sent.moment))
      throw new QuestionNeeded();
    if ((sent.kind === 'attend') !== Boolean(sent.meetingId)) throw new MeetingNeeded();
    return {
      kind: sent.kind,
      title: inLanguage(sent.title, language),
      instructions: inLanguage(sent.instructions ?? {}, language),
      required: sent.required ?? true,
      minutes: sent.minutes ?? null,
      ...openingOf(sent, { opensOn: null, release: null }),
      link: sent.link ?? null,
      questionId: sent.questionId ?? null,
      moment: sent.moment ?? null,
      meetingId: sent.meetingId ?? null,
      frame: sent.frame ?? null,
    };
  }

  change(sent: Omit<ChangeActivity, 'position' | 'moduleId'>, language: Locale): void {
    if (this.retiredAt) throw new Retired();
    if (sent.title !== undefined) this.title = inLanguage(sent.title, language);
    if (sent.instructions !== undefined) this.instructions = inLanguage(sent.instructions, language);
    if (sent.required !== undefined) this.required = sent.required;
    if (sent.minutes !== undefined) this.minutes = sent.minutes;
    Object.assign(this, openingOf(sent, this));
    if (sent.link !== undefined) this.link = sent.link;
    if (sent.frame !== undefined) this.frame = sent.frame;
    this.revision += 1;
  }

  /** As the draft shows it. */
  view(): ActivityView {
    const { id, moduleId, kind, title, instructions, required, minutes, opensOn, release, link } = this;
    const { questionId, moment, meetingId, frame, materials, revision } = this;
    return {
      id,
      moduleId,
      kind,
      title,
      instructions,
      required,
      minutes,
      opensOn,
      ...(release && { release }),
      link,
      questionId,
      moment,
      meetingId,
      ...(frame && { frame }),
      ...(materials.length > 0 && { materials }),
      revision,
    };
  }
}

interface Opening {
  opensOn: Day | null;
  release: ReleaseRule | null;
}

/** A plain day is kept as one, whichever way it was sent; the other takes the place of what was there before. */
function openingOf(sent: { opensOn?: Day | null; release?: ReleaseRule | null }, before: Opening): Opening {
  const { opensOn, release } = sent;
  if (opensOn && release) throw new OpensTwice();
  if (release)
    return release.when === 'date'
      ? { opensOn: release.on, release: null }
      : { opensOn: null, release: inOneCase(release) };
  if (opensOn) return { opensOn, release: null };
  return {
    opensOn: opensOn === undefined ? before.opensOn : null,
    release: release === undefined ? before.release : null,
  };
}
