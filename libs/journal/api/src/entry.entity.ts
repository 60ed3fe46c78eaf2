import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeEntry, DocumentNode } from '@opiring/contract/journal';
import { isDeepStrictEqual } from 'node:util';
import type { Locale, Moment } from '@opiring/contract/values';
import { documentFrom } from './document';

/** What an author writes: a title, a text, and the language of both. */
export interface EntryText {
  title: string;
  body: DocumentNode;
  lang: Locale;
}

/** A text that is its author's alone; others only ever see versions of it that were shared. */
@Entity('entries')
export class Entry {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'author_id' }) authorId!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId!: string | null;
  @Column('uuid', { name: 'question_id', nullable: true }) questionId!: string | null;
  @Column('integer', { name: 'question_version', nullable: true }) questionVersion!: number | null;
  @Column('text', { nullable: true }) moment!: Moment | null;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('uuid', { name: 'circle_id', nullable: true }) circleId!: string | null;
  @Column('text', { default: '' }) title!: string;
  @Column('jsonb') body!: DocumentNode;
  @Column('text', { default: 'et' }) lang!: Locale;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('uuid', { name: 'write_id', nullable: true }) writeId!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;

  /** The text with a change laid over it; nothing is altered yet. */
  textWith(change: ChangeEntry): EntryText {
    return {
      title: change.title ?? this.title,
      body: change.body === undefined ? this.body : documentFrom(change.body),
      lang: change.lang ?? this.lang,
    };
  }

  /** Whether a writer who last saw `revision` has seen what stands here. */
  isAt(revision: number): boolean {
    return this.revision === revision;
  }

  /**
   * How a save meets what stands here: `fresh` goes over it, for its writer saw it, or wrote it without hearing back;
   * `saved` stands here already, its answer was lost; `apart` was written beside it, and neither may go over the other.
   */
  meets(change: ChangeEntry, text: EntryText, revision: number): 'fresh' | 'saved' | 'apart' {
    if (this.isAt(revision)) return 'fresh';
    const own = this.writeId?.toLowerCase();
    const same = isDeepStrictEqual(text, { title: this.title, body: this.body, lang: this.lang });
    // A part that was not sent says nothing of what its writer saw there.
    const whole = change.title !== undefined && change.body !== undefined;
    if (same && (whole || (own !== undefined && change.writeId?.toLowerCase() === own))) return 'saved';
    return own !== undefined && change.follows?.some((id) => id.toLowerCase() === own) ? 'fresh' : 'apart';
  }

  write(text: EntryText, now: Date, writeId?: string): void {
    this.title = text.title;
    this.body = text.body;
    this.lang = text.lang;
    this.writeId = writeId ?? null;
    this.revision += 1;
    this.updatedAt = now;
  }

  /** The author says *Valmis*. Said again, the first time stays. */
  finish(at: Date): void {
    this.doneAt ??= at;
  }
}
