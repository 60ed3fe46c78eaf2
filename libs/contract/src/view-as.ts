import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateIf,
} from 'class-validator';
import { type Day, isSent } from './text';

export const VIEWED_STATES = ['draft', 'published'] as const;
export type ViewedState = (typeof VIEWED_STATES)[number];

/**
 * POST /api/cohorts/:cohortId/journey/as-if → JourneyView at the end of a day, of nobody: every fact in it is invented here, none is
 * anybody's, and nothing is written. Who was not missed was there, at whatever was held by then.
 */
export class ViewAs {
  @IsIn(VIEWED_STATES) of!: ViewedState;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) day!: Day;
  /** Meetings that were missed. */
  @ValidateIf(isSent) @IsArray() @ArrayMaxSize(500) @IsUUID(undefined, { each: true }) missed?: string[];
  /** Everything is done that was open by the end of this day. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) doneUntil?: Day | null;
  /** And these. */
  @ValidateIf(isSent) @IsArray() @ArrayMaxSize(5000) @IsUUID(undefined, { each: true }) done?: string[];
  @ValidateIf(isSent) @IsBoolean() paused?: boolean;
  /** The learning partner has read the plan. */
  @ValidateIf(isSent) @IsBoolean() planRead?: boolean;
}
