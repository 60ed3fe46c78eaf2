import {
  IsDateString,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { PersonView } from './cohorts';
import type { Day, Instant } from './text';

/** A circle held at home, recorded by its host: POST /api/cohorts/:cohortId/circles */
export class RecordCircle {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) heldOn!: Day;
  @IsString() @Length(1, 200) place!: string;
  @IsString() @Length(1, 300) topic!: string;
  @IsInt() @Min(1) @Max(1000) people!: number;
  @IsOptional() @IsString() @MaxLength(1000) missingVoices?: string;
}
/** PATCH /api/circles/:id, If-Match required. */
export class CorrectCircle {
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) heldOn?: Day;
  @IsOptional() @IsString() @Length(1, 200) place?: string;
  @IsOptional() @IsString() @Length(1, 300) topic?: string;
  @IsOptional() @IsInt() @Min(1) @Max(1000) people?: number;
  @IsOptional() @IsString() @MaxLength(1000) missingVoices?: string;
}
/** PUT /api/cohorts/:cohortId/practicum: the first of the pair records it and so confirms; the other confirms. */
export class RecordPracticum {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) heldOn!: Day;
  @IsOptional() @IsString() @MaxLength(300) topic?: string;
}
export interface CircleView {
  id: string;
  host: PersonView;
  mine: boolean;
  heldOn: Day;
  place: string;
  topic: string;
  people: number;
  missingVoices: string;
  revision: number;
  can: { edit: boolean; withdraw: boolean };
}
/** GET /api/cohorts/:cohortId/circles: mine as a participant; the cohort's for those who follow it. */
export interface CirclesView {
  /** Newest told first, at most 200; `next` asks for more with ?after=. */
  circles: CircleView[];
  next?: string;
  can: { record: boolean };
}
/** GET /api/circles/:id/changes, for whoever sees the circle: what was corrected, newest first. */
export interface CircleChangeView {
  id: string;
  changedBy: string | null;
  changedAt: Instant;
  what: {
    field: 'heldOn' | 'place' | 'topic' | 'people' | 'missingVoices';
    before: string | number;
    after: string | number;
  }[];
}
export interface CircleChangesView {
  changes: CircleChangeView[];
}
export interface PracticumView {
  id: string;
  heldOn: Day;
  topic: string;
  confirmedBy: { membershipId: string; at: Instant }[];
  revision: number;
}
/** GET /api/cohorts/:cohortId/practicum */
export interface PartnershipView {
  me: PersonView;
  partner: PersonView | null;
  practicum: PracticumView | null;
  can: { record: boolean; confirm: boolean };
}
