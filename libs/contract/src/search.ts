import { Type } from 'class-transformer';
import {
  IsDateString,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { PersonView } from './cohorts';
import type { EntryOccasion } from './journal';
import { MAX_PAGE } from './journal.values';
import type { Day, Instant } from './text';
import type { Locale } from './values';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** GET /api/cohorts/:cohortId/search: my own entries and what is shared with me now; newest first. Every part may be absent. */
export class SearchQuery {
  /** Words; each must be found, in whatever form the dictionaries know. */
  @IsOptional() @IsString() @MaxLength(200) q?: string;
  @IsOptional() @IsUUID() question?: string;
  @IsOptional() @IsUUID() module?: string;
  /** Days of the cohort, both included. */
  @IsOptional() @Matches(DAY) @IsDateString() from?: Day;
  @IsOptional() @Matches(DAY) @IsDateString() to?: Day;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(MAX_PAGE) limit?: number;
  /** The `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

/** A piece of a text; `hit` where it is what was looked for. Plain words, never markup. */
export interface SnippetPart {
  text: string;
  hit: boolean;
}
/** What was found: an own entry as it stands, or the version somebody shared with me. */
export interface FoundEntryView extends EntryOccasion {
  id: string;
  cohortId: string;
  author: PersonView;
  mine: boolean;
  title: string;
  lang: Locale;
  /** Own: when it was begun. Shared with me: when it was shared. */
  at: Instant;
  snippet: SnippetPart[];
}
/** A page of what was found: `{items, next?}`. No total, so that nothing is told of what may not be seen. */
