import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
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
import {
  AUDIENCES,
  type Audience,
  MAX_FOLLOWED,
  MAX_PAGE,
  MAX_TITLE,
  type ShareState,
  TAKES,
  type Take,
} from './journal.values';
import { type Day, INSTANT, type Instant, type LocalText } from './text';
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
/**
 * PATCH /api/entries/:id, If-Match required. A stale text is refused (412) and kept: both texts then stand among the
 * versions, and the `current` of the refusal has as its `version` the number of the refused one. A text that already
 * stands is saved already, whatever revision is named.
 */
export class ChangeEntry {
  @IsOptional() @IsString() @MaxLength(MAX_TITLE) title?: string;
  @IsOptional() body?: DocumentNode | string;
  @IsOptional() @IsIn(LOCALES) lang?: Locale;
  /** Names this save, so that it is known again where its answer was lost. */
  @IsOptional() @IsUUID() writeId?: string;
  /** The writer's own saves since that revision whose answers never came: where one of them stands, this goes over it. */
  @IsOptional() @IsArray() @ArrayMaxSize(MAX_FOLLOWED) @IsUUID(undefined, { each: true }) follows?: string[];
}
/** POST /api/entries/:id/resolutions, If-Match required: which of two texts written apart is to stand. */
export class ResolveConflict {
  /** `mine`: the refused text · `theirs`: what stands · `both`: what stands, and the refused text after it. */
  @IsIn(TAKES) take!: Take;
  /** The number the refused text was kept under. */
  @IsInt() @Min(1) @Max(999_999_999) version!: number;
}
/** POST /api/entries/:id/versions: a text that lost, kept in the history; the entry stays as it is. */
export class KeepText {
  @IsOptional() @IsString() @MaxLength(MAX_TITLE) title?: string;
  @IsDefined() body!: DocumentNode | string;
  @IsOptional() @IsIn(LOCALES) lang?: Locale;
}
/** GET /api/entries/:id/preview: what a reader would get of a kept version, or of the text that stands. */
export class PreviewQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(999_999_999) version?: number;
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
  /** Open until the end of this day of the cohort's; instead of `expiresAt`. */
  @IsOptional() @Matches(/^[1-9]\d{3}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) until?: Day;
  /** Invites the mentor to an offer (a note of kind `offering`); where the audience holds the mentor. */
  @IsOptional() @IsBoolean() offer?: boolean;
}

export interface ShareView {
  id: string;
  audience: Audience;
  version: number;
  purpose: string;
  grantedAt: Instant;
  expiresAt: Instant | null;
  /** The last day it is open, where it was given by the day. */
  until: Day | null;
  offer: boolean;
  /** The author's only: when the version given was kept, for "sees the version of 3 December". */
  versionAt?: Instant;
  /** The author's only: when the text was last saved, where a reader would now get another one; null where it is the same. */
  staleSince?: Instant | null;
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
/** GET /api/entries/:id/receipt, the author's alone: everything ever given, newest first. */
export interface ReceiptView {
  entryId: string;
  shares: ReceiptShareView[];
}
export interface ReceiptShareView extends ShareView {
  state: ShareState;
  /** When it was over; null while it is open. */
  endedAt: Instant | null;
  /** Who opened it and when, newest first; once a day each. */
  openings: { reader: PersonView; readAt: Instant }[];
}
/** Everything a reader gets of the author's making; the same bytes in the preview as in the reading. */
export interface GivenText extends EntryOccasion {
  title: string;
  body: DocumentNode;
  lang: Locale;
}
/** GET /api/entries/:id/preview, the author's alone. */
export interface PreviewView {
  text: GivenText;
  /** Of what the reader gets. */
  words: number;
  /** How many passages stay the author's alone. */
  folds: number;
}
/** GET /api/cohorts/:cohortId/audiences: whom each ring would name today. */
export interface AudienceView {
  audience: Audience;
  people: PersonView[];
}
export type JournalError =
  | 'not-open'
  | 'not-a-document'
  | 'document-too-large'
  | 'no-mentor-to-offer'
  | 'nobody-to-share-with'
  | 'unknown-version'
  | 'unknown-occasion';
