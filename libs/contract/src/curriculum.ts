import {
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ArrayMaxSize,
} from 'class-validator';
import { IsReleaseRule, type ReleaseFault, type ReleaseRule } from './release';
import type { MaterialView } from './materials';
import { type Day, type Instant, isSent, IsLocalText, type LocalText, type LocalTextInput } from './text';
import { FRAMES, LOCALES, MOMENTS, type Frame, type Locale, type Moment } from './values';

export const ACTIVITY_KINDS = [
  'read',
  'watch',
  'reflect',
  'answer',
  'attend',
  'practicum',
  'circle',
  'talk',
  'survey',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export class CreateProgramme {
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/) @Length(1, 100) slug!: string;
  @IsLocalText({ max: 300 }) title!: LocalTextInput;
  @IsOptional() @IsIn(LOCALES) language?: Locale;
  /** The guiding questions, in order. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsLocalText({ max: 1000, each: true })
  questions?: LocalTextInput[];
}
/** `title` and the other texts: LocalText, or a plain string in the programme's language. */
export class CreateModule {
  @IsLocalText({ max: 300 }) title!: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText({ blank: true }) purpose?: LocalTextInput;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() startsOn?: Day | null;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() endsOn?: Day | null;
  /** When it opens, where a day alone does not say it; takes the place of its first day. */
  @IsOptional() @IsReleaseRule() release?: ReleaseRule | null;
  /** Runs beside all the others, without a place in the band. */
  @ValidateIf(isSent) @IsBoolean() alongside?: boolean;
}
/** PATCH /api/modules/:id, If-Match required. `position` counts from 0 among the cohort's modules. */
export class ChangeModule {
  @ValidateIf(isSent) @IsLocalText({ max: 300 }) title?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText({ blank: true }) purpose?: LocalTextInput;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() startsOn?: Day | null;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() endsOn?: Day | null;
  @IsOptional() @IsReleaseRule() release?: ReleaseRule | null;
  @ValidateIf(isSent) @IsBoolean() alongside?: boolean;
  @ValidateIf(isSent) @IsInt() @Min(0) @Max(1000) position?: number;
}
export class CreateActivity {
  @IsIn(ACTIVITY_KINDS) kind!: ActivityKind;
  @IsLocalText({ max: 300 }) title!: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText({ blank: true }) instructions?: LocalTextInput;
  @ValidateIf(isSent) @IsBoolean() required?: boolean;
  @IsOptional() @IsInt() @Min(0) @Max(6000) minutes?: number | null;
  /** Released from this day; open from the module's first day where absent. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() opensOn?: Day | null;
  /** When it opens, where a day alone does not say it; takes the place of `opensOn`. */
  @IsOptional() @IsReleaseRule() release?: ReleaseRule | null;
  @IsOptional() @IsUrl({ protocols: ['http', 'https'], require_protocol: true }) @MaxLength(2000) link?:
    string | null;
  @IsOptional() @IsUUID() questionId?: string;
  @IsOptional() @IsIn(MOMENTS) moment?: Moment;
  @IsOptional() @IsUUID() meetingId?: string;
  /** The headings its texts begin with; the author chooses where absent. */
  @IsOptional() @IsIn(FRAMES) frame?: Frame | null;
}
/** PATCH /api/activities/:id, If-Match required. `position` counts from 0 within its module; `moduleId` moves it to another. */
export class ChangeActivity {
  @ValidateIf(isSent) @IsLocalText({ max: 300 }) title?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText({ blank: true }) instructions?: LocalTextInput;
  @ValidateIf(isSent) @IsBoolean() required?: boolean;
  @IsOptional() @IsInt() @Min(0) @Max(6000) minutes?: number | null;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() opensOn?: Day | null;
  @IsOptional() @IsReleaseRule() release?: ReleaseRule | null;
  @IsOptional() @IsUrl({ protocols: ['http', 'https'], require_protocol: true }) @MaxLength(2000) link?:
    string | null;
  @ValidateIf(isSent) @IsInt() @Min(0) @Max(1000) position?: number;
  @ValidateIf(isSent) @IsUUID() moduleId?: string;
  @IsOptional() @IsIn(FRAMES) frame?: Frame | null;
}

export interface QuestionView {
  id: string;
  position: number;
  strand: 'main' | 'inclusive';
  version: number;
  text: LocalText;
}
/** How a draft thing stands against the published edition; absent in what participants see. */
export type DraftState = 'same' | 'changed' | 'new' | 'retired';
export interface ActivityView {
  id: string;
  moduleId: string;
  kind: ActivityKind;
  title: LocalText;
  instructions: LocalText;
  required: boolean;
  minutes: number | null;
  opensOn: Day | null;
  /** Where a day alone does not say when it opens. */
  release?: ReleaseRule;
  link: string | null;
  questionId: string | null;
  moment: Moment | null;
  meetingId: string | null;
  /** Where the organizer chose one. */
  frame?: Frame;
  /** Links and files, in order; absent where there are none. */
  materials?: MaterialView[];
  revision?: number;
  draft?: DraftState;
}
export interface ModuleView {
  id: string;
  title: LocalText;
  purpose: LocalText;
  startsOn: Day | null;
  endsOn: Day | null;
  /** Where its first day does not say when it opens; bounds all that is in it. */
  release?: ReleaseRule;
  alongside: boolean;
  revision?: number;
  draft?: DraftState;
  activities: ActivityView[];
}
/** GET /api/cohorts/:cohortId/curriculum: the draft for organizers and program leaders, else the published edition. */
export interface CurriculumView {
  cohortId: string;
  questions: QuestionView[];
  modules: ModuleView[];
  edition: { id: string; number: number; publishedAt: Instant } | null;
  /** How many things differ from the published edition; organizers only. */
  changes?: number;
  can: { edit: boolean; publish: boolean };
}
export interface EditionView {
  id: string;
  cohortId: string;
  number: number;
  publishedAt: Instant;
  /** Who published it; null where that account is gone. In the list and in the edition itself. */
  publishedBy?: string | null;
}
export type CurriculumError =
  | 'nothing-to-publish'
  | 'question-needed'
  | 'meeting-needed'
  | 'not-by-own-word'
  | 'not-open'
  | 'excused'
  | 'release-refused'
  | 'retired'
  | 'too-many';

/** One activity marked done by a participant's own word: PUT|DELETE /api/activities/:id/done */
export interface ActivityDoneView {
  activityId: string;
  doneAt: Instant;
}
/** For forms: the longest plain text an organizer may write. */
export const MAX_ORGANIZER_TEXT = 20_000;
/** PUT /api/questions/:id/text: a new version; what was answered keeps the words it answered (rule 9). */
export class RewordQuestion {
  @IsLocalText({ max: 1000 }) text!: LocalTextInput;
}
/** GET /api/cohorts/:cohortId/editions: newest first. */
export interface EditionsView {
  editions: EditionView[];
  /** Send as ?after= to have the next page; absent on the last. */
  next?: string;
}
/** What may differ between a draft thing and what is published. */
export type ChangedField =
  | 'title'
  | 'purpose'
  | 'startsOn'
  | 'endsOn'
  | 'alongside'
  | 'instructions'
  | 'required'
  | 'minutes'
  | 'opensOn'
  | 'release'
  | 'link'
  | 'frame'
  | 'materials'
  | 'module'
  | 'place';
/** One difference between the draft and the published edition, as data; the words are the screen's. */
export interface ChangeView {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  what: 'module' | 'activity';
  id: string;
  /** The module it is in, or was in before it was removed. */
  moduleId: string;
  fields: ChangedField[];
  /** As published; null of what is added. */
  before: ModuleContent | ActivityView | null;
  /** As the draft has it; null of what is removed. */
  after: ModuleContent | ActivityView | null;
  /** Where it stood and stands among its siblings, from 0. */
  from: number | null;
  to: number | null;
  /** How many leaders have done it already, and keep that (rule 10); null where fewer than five, none included (rule 7). */
  done: number | null;
}
export type ModuleContent = Omit<ModuleView, 'activities'>;
/** GET /api/cohorts/:cohortId/changes: what publishing would change. */
export interface ChangesView {
  edition: { id: string; number: number; publishedAt: Instant } | null;
  changes: ChangeView[];
  /** What keeps the draft from being published: rules that can never be met, and circles of rules. */
  faults: ReleaseFault[];
}
/** GET /api/cohorts/:cohortId/editions/:id: one published state, whole. */
export interface EditionContentView extends EditionView {
  modules: ModuleView[];
  can: { restore: boolean };
}
