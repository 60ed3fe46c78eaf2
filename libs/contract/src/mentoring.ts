import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import type { PersonView, AttendanceState } from './cohorts';
import type { EntrySummaryView } from './journal';
import { MAX_PAGE } from './journal.values';
import type { Day, Instant } from './text';
import { LOCALES, type Locale } from './values';

export const NOTE_KINDS = ['noticing', 'wondering', 'asking', 'offering'] as const;
/** `offering` only where the author's share invites it. */
export type NoteKind = (typeof NOTE_KINDS)[number];

/** A quoted passage of the shared version; `occurrence` counts from 0 where the same words stand more than once. */
export class NoteAnchor {
  @IsString() @Length(1, 2000) quote!: string;
  @IsOptional() @IsInt() @Min(0) occurrence?: number;
}
export class WriteNote {
  @IsIn(NOTE_KINDS) kind!: NoteKind;
  @IsString() @Length(1, 5000) body!: string;
  @IsOptional() @ValidateNested() @Type(() => NoteAnchor) anchor?: NoteAnchor | null;
  @IsOptional() @IsIn(LOCALES) lang?: Locale;
}
export class WriteReply {
  @IsString() @Length(1, 5000) body!: string;
  @IsOptional() @IsIn(LOCALES) @MaxLength(2) lang?: Locale;
}

/** A page of the desk or of the conversations. */
export class PageQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(MAX_PAGE) limit?: number;
  /** The `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(200) after?: string;
}

export interface ReplyView {
  id: string;
  by: PersonView;
  mine: boolean;
  body: string;
  lang: Locale;
  createdAt: Instant;
}
export interface NoteView {
  id: string;
  kind: NoteKind;
  body: string;
  lang: Locale;
  anchor: NoteAnchor | null;
  version: number;
  by: PersonView;
  mine: boolean;
  createdAt: Instant;
  thankedAt: Instant | null;
  replies: ReplyView[];
  can: { reply: boolean; thank: boolean };
}
/** GET /api/entries/:id/notes */
export interface ConversationView {
  entryId: string;
  notes: NoteView[];
  /** `offer`: the author invited a note of kind `offering`. */
  can: { note: boolean; offer?: boolean };
}
/** A letter on the desk: no body, oldest first. */
export interface DeskLetterView extends EntrySummaryView {
  shareId: string;
  sharedAt: Instant;
  /** Whole days since it was shared, in the cohort's days. */
  waitingDays: number;
  /** How long it takes to read, in minutes, rounded up. */
  minutes: number;
}
export interface DeskLeaderView extends PersonView {
  /** When something was last shared with this mentor; never when something was written. */
  lastSharedAt: Instant | null;
  pausedUntil: Day | null;
  lastCircleOn: Day | null;
}
export type MentoringError = 'quote-not-in-text' | 'offer-not-invited';
/** GET /api/cohorts/:cohortId/desk */
export interface DeskView {
  waiting: DeskLetterView[];
  next?: string;
  answeredThisWeek: number;
  leaders: DeskLeaderView[];
}
/** The newest note to me, for the journey's page: GET /api/cohorts/:cohortId/conversations */
export interface ConversationSummaryView {
  entryId: string;
  entryTitle: string;
  note: NoteView;
  attendance?: AttendanceState;
}
