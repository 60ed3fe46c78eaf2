import { IsOptional, IsString, MaxLength } from 'class-validator';

/** An organizer's text by language; a reader falls back to the programme's language. */
export class LocalText {
  @IsOptional() @IsString() @MaxLength(20_000) et?: string;
  @IsOptional() @IsString() @MaxLength(20_000) en?: string;
  @IsOptional() @IsString() @MaxLength(20_000) ru?: string;
}

/** A day of the cohort's calendar, `YYYY-MM-DD`. */
export type Day = string;
/** An instant, ISO 8601 with zone. */
export type Instant = string;

/** A page of a bounded list; `next` is the cursor to ask for more, absent at the end. */
export interface Page<T> {
  items: T[];
  next?: string;
}
