import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { isSent } from './text';
import { LOCALES, type Locale } from './values';

/** What the cohort is told of a new edition, in the app and once by mail. */
export class AnnounceEdition {
  @IsString() @Length(1, 200) @Matches(/\S/) title!: string;
  @IsString() @Length(1, 5000) @Matches(/\S/) body!: string;
  /** The language it is written in; the sender's where absent. */
  @IsOptional() @IsIn(LOCALES) lang?: Locale;
}
/** POST /api/cohorts/:cohortId/editions. Without `announce` nobody is told. */
export class PublishEdition {
  @ValidateIf(isSent) @ValidateNested() @Type(() => AnnounceEdition) announce?: AnnounceEdition;
}
