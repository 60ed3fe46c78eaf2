import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { PrinciplesView, ResourceKind, ResourceView } from './library';
import { type Instant, isSent, IsLocalText, type LocalText, type LocalTextInput } from './text';
import type { Locale } from './values';

const KINDS: ResourceKind[] = ['book', 'article', 'worksheet', 'recording', 'link'];
const WEB = { protocols: ['http', 'https'], require_protocol: true };
/** Before whom a story may stand; before everybody means before the cohort too. */
export const STORY_AUDIENCES = ['cohort', 'public'] as const;
export type StoryAudience = (typeof STORY_AUDIENCES)[number];

/** With `id` it is one that is there and keeps its file; without it, or where it is gone, a new one. */
export class ShelfResource {
  @IsOptional() @IsUUID() id?: string | null;
  @IsIn(KINDS) kind!: ResourceKind;
  @IsLocalText({ max: 300 }) title!: LocalTextInput;
  @ValidateIf(isSent) @IsString() @MaxLength(200) author?: string;
  @ValidateIf(isSent) @IsLocalText({ max: 2000, blank: true }) about?: LocalTextInput;
  @IsOptional() @IsUrl(WEB) @MaxLength(2000) url?: string | null;
}
/** PUT /api/programmes/:slug/shelf/resources, If-Match required: all of them, in order. */
export class PutResources {
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ShelfResource)
  resources!: ShelfResource[];
}
/** Somebody in a story: with `membershipId` they answer for themselves, without it they are a name. */
export class StoryPerson {
  @IsString() @Length(1, 200) name!: string;
  @IsOptional() @IsUUID() membershipId?: string | null;
}
/** POST /api/programmes/:slug/shelf/stories */
export class WriteStory {
  @IsLocalText({ max: 300 }) title!: LocalTextInput;
  @IsString() @Length(1, 200) author!: string;
  @ValidateIf(isSent) @IsLocalText({ max: 20_000, blank: true }) text?: LocalTextInput;
  @IsOptional() @IsUrl(WEB) @MaxLength(2000) url?: string | null;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => StoryPerson)
  people!: StoryPerson[];
}
/** PATCH /api/stories/:id: new words are a new version, which everybody in it is asked about anew. */
export class ChangeStory {
  @IsInt() @Min(1) version!: number;
  @IsLocalText({ max: 300 }) title!: LocalTextInput;
  @IsString() @Length(1, 200) author!: string;
  @IsLocalText({ max: 20_000, blank: true }) text!: LocalTextInput;
  @IsOptional() @IsUrl(WEB) @MaxLength(2000) url?: string | null;
}
/** PUT /api/stories/:id/consent: my own yes, to the words of `version`. */
export class GiveConsent {
  @IsInt() @Min(1) version!: number;
  @IsIn(STORY_AUDIENCES) audience!: StoryAudience;
}
/** PUT /api/story-people/:id/consent: the yes of somebody without an account, and how it was given. */
export class RecordConsent extends GiveConsent {
  @IsString() @Length(3, 500) basis!: string;
}
/** POST /api/programmes/:slug/shelf/principles: the next version, which everybody is asked to read and accept. */
export class PublishPrinciples {
  @IsLocalText({ max: 20_000 }) text!: LocalTextInput;
}

export interface StoryConsentView {
  version: number;
  audience: StoryAudience;
  givenAt: Instant;
  /** Where it was written down for somebody. */
  basis: string;
}
export interface StoryPersonView {
  id: string;
  name: string;
  /** Has an account here, and answers for themselves. */
  here: boolean;
  consent: StoryConsentView | null;
}
export interface StoryDraftView {
  id: string;
  version: number;
  title: LocalText;
  author: string;
  text: LocalText;
  url: string | null;
  people: StoryPersonView[];
  /** Before whom it stands now: everybody in it agrees to these words. */
  shown: StoryAudience | null;
}
/** GET /api/programmes/:slug/shelf: the shelf as its organizers keep it. */
export interface ShelfDraftView {
  slug: string;
  title: LocalText;
  language: Locale;
  revision: number;
  resources: ResourceView[];
  stories: StoryDraftView[];
  /** Newest first. */
  principles: PrinciplesView[];
}
/** GET /api/cohorts/:cohortId/my-stories: stories I am in, with what I said to their present words. */
export interface MyStoriesView {
  stories: (Pick<StoryDraftView, 'id' | 'version' | 'title' | 'author' | 'text' | 'url' | 'shown'> & {
    consent: StoryConsentView | null;
  })[];
}
