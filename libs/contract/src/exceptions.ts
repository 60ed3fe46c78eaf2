import {
  IsBoolean,
  IsDateString,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { type Day, type Instant, isSent, type LocalText } from './text';

/** `opens`: open from a day on, whatever its rule says. `excused`: does not count for a module or among what is required; what was done stays done, and attendance is attendance. */
export const EXCEPTION_KINDS = ['opens', 'excused'] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

const SAID = /\S/;

/** POST /api/cohorts/:cohortId/members/:membershipId/exceptions: an activity, or (only to open) a whole module. */
export class AgreeException {
  @IsIn(EXCEPTION_KINDS) kind!: ExceptionKind;
  @IsOptional() @IsUUID() moduleId?: string;
  @IsOptional() @IsUUID() activityId?: string;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) opensOn?: Day;
  /** Read by whom it is about. */
  @IsString() @Length(1, 500) @Matches(SAID) reason!: string;
  /** The same for their learning partner. */
  @ValidateIf(isSent) @IsBoolean() withPartner?: boolean;
}
/** PATCH /api/exceptions/:id, If-Match required; of what was agreed for two, for both. What is absent stays. */
export class CorrectException {
  @ValidateIf(isSent) @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) opensOn?: Day;
  @ValidateIf(isSent) @IsString() @Length(1, 500) @Matches(SAID) reason?: string;
}
/** What is agreed, to put right or end by: DELETE /api/exceptions/:id */
export interface AgreedView {
  id: string;
  kind: ExceptionKind;
  opensOn: Day | null;
  reason: string;
  revision: number;
}

/** What a correction changed; of a pause its days too. */
export interface ExceptionWords {
  fromOn?: Day | null;
  untilOn?: Day;
  reason: string;
}
/** Something agreed with a leader, or with two learning partners, beside the curriculum. */
export interface ExceptionView {
  /** Of a pause: to be put right or ended at /api/pauses/:id. */
  id: string;
  kind: ExceptionKind | 'pause';
  people: { membershipId: string; name: string; seat: number }[];
  moduleId: string | null;
  activityId: string | null;
  /** What it is about; null of a pause, and where what is published does not hold it. */
  title: LocalText | null;
  /** Open from, or resting from. */
  fromOn: Day | null;
  untilOn: Day | null;
  /** Absent for a mentor, as is who agreed it and how it was put right. */
  reason?: string;
  by?: string | null;
  at: Instant;
  ended: { at: Instant; by?: string | null } | null;
  changes?: { at: Instant; by: string | null; before: ExceptionWords; after: ExceptionWords }[];
  revision: number;
}
/** More than this nobody reads at once; a name finds the rest. */
export const MOST_EXCEPTIONS = 1000;
/** GET /api/cohorts/:cohortId/exceptions */
export class ExceptionsQuery {
  /** Letters of the name of whom it is about. */
  @IsOptional() @IsString() @MaxLength(100) name?: string;
}
/** Everything agreed in the cohort, or with those of a name: what holds before what is over, the latest first, and never more than so many. */
export interface ExceptionsView {
  exceptions: ExceptionView[];
  /** How many there are, those that are not told too. */
  total: number;
}
/** What is agreed about a module or an activity of one's own journey. */
export interface OwnExceptionView {
  kind: ExceptionKind;
  fromOn: Day | null;
  reason: string;
  by: string | null;
  /** The learning partner for whom it holds too. */
  with: string | null;
}
export type ExceptionsError = 'already-agreed' | 'no-partner' | 'exception-ended';
