import {
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { Type } from 'class-transformer';
import type { PersonView } from './cohorts';
import { AUDIENCES, type Audience, MAX_PAGE, MAX_TITLE } from './journal.values';
import { INSTANT, type Instant, type LocalText } from './text';
import { LOCALES, MOMENTS, type Locale, type Moment } from './values';

/** A node of the editor's document. `type: 'doc'` at the root; see BLOCKS and MARKS for what may stand within. */
export interface DocumentNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocumentNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

export class CreateEntry {
  @IsOptional() @IsString() @MaxLength(MAX_TITLE) title?: string;
  /** The editor's document, or a plain string whose blank lines part paragraphs. Checked by the journal's schema. */
  @IsDefined() body!: DocumentNode | string;
  @IsOptional() @IsIn(LOCALES) lang?: Locale;
  @IsOptional() @IsUUID() activityId?: string;
  @IsOptional() @IsUUID() questionId?: string;
  @IsOptional() @IsIn(MOMENTS) moment?: Moment;
  /** An answer in between: after which meeting of the cohort, or after which circle of one's own. */
  @IsOptional() @IsUUID() meetingId?: string;
  @IsOptional() @IsUUID() circleId?: string;
}
/** PATCH /api/entries/:id, If-Match required. */
export class ChangeEntry {
  @IsOptional() @IsString() @MaxLength(MAX_TITLE) title?: string;
  @IsOptional() body?: DocumentNode | string;
  @IsOptional() @IsIn(LOCALES) lang?: Locale;
}
/** GET /api/cohorts/:cohortId/entries: mine, or with `shared` what others shared with me; newest first. */
export class EntriesQuery {
  @IsOptional() @IsIn(['with-me']) shared?: 'with-me';
  @IsOptional() @IsUUID() activityId?: string;
  @IsOptional() @IsUUID() questionId?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(MAX_PAGE) limit?: number;
  /** The `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(200) after?: string;
}
/** GET /api/entries/:id/versions, newest first. */
export class VersionsQuery {
  /** The `next` of the page before: a version's number. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(999_999_999) after?: number;
}
export class ShareEntry {
  @IsIn(AUDIENCES) audience!: Audience;
  /** A kept version's number; the current text where absent. */
  @IsOptional() @IsInt() @Min(1) version?: number;
  @IsOptional() @IsString() @MaxLength(500) purpose?: string;
  @IsOptional() @Matches(INSTANT) @IsISO8601({ strict: true }) expiresAt?: Instant;
}

export interface ShareView {
  id: string;
  audience: Audience;
  version: number;
  purpose: string;
  grantedAt: Instant;
  expiresAt: Instant | null;
  /** Those named on the day it was given. */
  recipients: PersonView[];
}
export interface EntryAbilities {
  edit: boolean;
  share: boolean;
  delete: boolean;
  note: boolean;
  seeReadings: boolean;
}
/** What an entry answers: an activity, a question at a moment, or nothing but itself. */
export interface EntryOccasion {
  activityId: string | null;
  questionId: string | null;
  questionVersion: number | null;
  questionPosition: number | null;
  questionText: LocalText | null;
  moment: Moment | null;
}
/** An entry in a list: no body. */
export interface EntrySummaryView extends EntryOccasion {
  id: string;
  cohortId: string;
  author: PersonView;
  title: string;
  lang: Locale;
  /** The text's first words; only of what the reader may read whole. */
  opening: string;
  /** Own: last saved. Shared with me: when it was shared. */
  at: Instant;
  doneAt: Instant | null;
  /** Own only: to whom it is open now. */
  audiences?: Audience[];
  /** Own only: whether a mentor wrote something since. */
  notes?: number;
}
/** GET /api/entries/:id. The author sees the current text; a reader sees the shared version, and `revision` is absent. */
export interface EntryView extends EntryOccasion {
  id: string;
  cohortId: string;
  author: PersonView;
  mine: boolean;
  title: string;
  body: DocumentNode;
  lang: Locale;
  /** The author's: the revision to send as If-Match. A reader's: absent. */
  revision?: number;
  /** A reader's: the version that was shared; the author's: the newest version kept, 0 where none. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
  doneAt: Instant | null;
  /** The author's own: everything open now. A reader's: the share they read through. */
  shares: ShareView[];
  can: EntryAbilities;
}
export interface VersionSummaryView {
  number: number;
  keptFor: 'done' | 'share' | 'restore' | 'conflict';
  createdAt: Instant;
  title: string;
}
/** GET /api/entries/:id/versions/:number, the author's alone. */
export interface VersionView extends VersionSummaryView {
  body: DocumentNode;
  lang: Locale;
}
/** GET /api/entries/:id/readings, the author's alone. */
export interface ReadingView {
  reader: PersonView;
  readAt: Instant;
  shareId: string;
  version: number;
}
/** GET /api/cohorts/:cohortId/audiences: whom each ring would name today. */
export interface AudienceView {
  audience: Audience;
  people: PersonView[];
}
export type JournalError =
  'not-a-document' | 'document-too-large' | 'nobody-to-share-with' | 'unknown-version' | 'unknown-occasion';
