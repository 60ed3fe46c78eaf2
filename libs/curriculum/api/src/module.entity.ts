import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeModule, ModuleContent } from '@opiring/contract/curriculum';
import { inOneCase, type ReleaseRule } from '@opiring/contract/release';
import { type Day, inLanguage, type LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import { DaysReversed, Retired } from './curriculum.errors';

/** A stretch of the way in the draft. Its id stays through all editions. */
@Entity('modules')
export class Module {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('integer') position!: number;
  @Column('jsonb') title!: LocalText;
  @Column('jsonb', { default: {} }) purpose!: LocalText;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn!: Day | null;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn!: Day | null;
  @Column('jsonb', { nullable: true }) release!: ReleaseRule | null;
  @Column('boolean', { default: false }) alongside!: boolean;
  /** What it was made after, in an earlier intake. */
  @Column('uuid', { name: 'copied_from', nullable: true, select: false }) copiedFrom?: string | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;

  change(sent: Omit<ChangeModule, 'position'>, language: Locale): void {
    if (this.retiredAt) throw new Retired();
    if (sent.title !== undefined) this.title = inLanguage(sent.title, language);
    if (sent.purpose !== undefined) this.purpose = inLanguage(sent.purpose, language);
    if (sent.startsOn !== undefined) this.startsOn = sent.startsOn;
    if (sent.endsOn !== undefined) this.endsOn = sent.endsOn;
    if (sent.release !== undefined) this.release = sent.release && inOneCase(sent.release);
    if (sent.alongside !== undefined) this.alongside = sent.alongside;
    if (this.startsOn && this.endsOn && this.endsOn < this.startsOn) throw new DaysReversed();
    this.revision += 1;
  }

  /** As the draft shows it, without what is in it. */
  content(): ModuleContent {
    const { id, title, purpose, startsOn, endsOn, release, alongside, revision } = this;
    return { id, title, purpose, startsOn, endsOn, ...(release && { release }), alongside, revision };
  }
}
