import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  IsUUID,
  Length,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { QuestionView } from './curriculum';
import type { LogoView } from './logos';
import { type Day, type Instant, isSent, IsLocalText, type LocalText, type LocalTextInput } from './text';
import { LOCALES, type Locale } from './values';

/** POST /api/programmes/:slug/interests → 202 always */
export class LeaveInterest {
  @IsEmail() @MaxLength(254) email!: string;
  @Equals(true) consent!: true;
  @IsOptional() @IsIn(LOCALES) locale?: Locale;
}
export type ResourceKind = 'book' | 'article' | 'worksheet' | 'recording' | 'link';
/** A file to take along from the shelf, there for whoever sees what it belongs to. */
export interface ResourceFile {
  name: string;
  type: string;
  size: number;
  src: string;
}
export interface ResourceView {
  id: string;
  kind: ResourceKind;
  title: LocalText;
  author: string;
  about: LocalText;
  url: string | null;
  file: ResourceFile | null;
}
export interface StoryView {
  id: string;
  title: LocalText;
  author: string;
  /** The story itself, where it is told here. */
  text: LocalText;
  url: string | null;
}
export interface PartnerView {
  id: string;
  name: string;
  part: LocalText;
  url: string | null;
  logo: LogoView | null;
}
export interface PrinciplesView {
  id: string;
  version: number;
  text: LocalText;
  publishedAt: Instant;
  /** Mine; absent on the public page. */
  acceptedAt?: Instant | null;
}
/** The public page's texts, each by language. */
export interface ProgrammeTexts {
  lead: LocalText;
  what: LocalText;
  forWhom: LocalText;
  when: LocalText;
  howOneLearns: LocalText;
  approach: LocalText;
  effects: LocalText[];
  inclusive: LocalText;
  organiser: LocalText;
  plan: LocalText;
  /** Where to read more of the plan. */
  planUrl?: string | null;
}
/** GET /api/programmes/:slug */
export interface PublicProgrammeView {
  slug: string;
  title: LocalText;
  language: Locale;
  texts: ProgrammeTexts;
  questions: QuestionView[];
  inclusiveQuestions: QuestionView[];
  modules: { title: LocalText; startsOn: Day | null; endsOn: Day | null; alongside: boolean }[];
  meetings: {
    position: number;
    title: LocalText;
    about: LocalText;
    place: LocalText;
    startsAt: Instant;
    endsAt: Instant;
  }[];
  intakes: {
    name: string;
    startsOn: Day;
    endsOn: Day;
    /** Null where they are fewer than five (rule 7). */
    leaders: number | null;
    municipalities: number | null;
  }[];
  resources: ResourceView[];
  stories: StoryView[];
  partners: PartnerView[];
  principles: PrinciplesView | null;
  publishedAt: Instant | null;
  timeZone: string;
}
/** GET /api/cohorts/:cohortId/library */
export interface LibraryView {
  resources: ResourceView[];
  stories: StoryView[];
  partners: PartnerView[];
  principles: PrinciplesView | null;
  /** Newest first: what I accepted once stays to be read. */
  earlierPrinciples: PrinciplesView[];
  can: { seeInterests: boolean };
}
/** GET /api/cohorts/:cohortId/interests */
export interface InterestView {
  id: string;
  email: string;
  locale: Locale;
  consentedAt: Instant;
}

const TEXT = { max: 5000, blank: true };

/** With `id` it is one that is there and keeps its logo; without it, or where it is gone, a new one. */
export class PagePartner {
  @IsOptional() @IsUUID() id?: string | null;
  @IsString() @Length(1, 200) name!: string;
  @ValidateIf(isSent) @IsLocalText({ max: 500, blank: true }) part?: LocalTextInput;
  /** What its logo shows. */
  @ValidateIf(isSent) @IsLocalText({ max: 300, blank: true }) alt?: LocalTextInput;
  @IsOptional() @IsUrl({ protocols: ['http', 'https'], require_protocol: true }) @MaxLength(2000) url?:
    string | null;
}
/** A question in new words; `version` names the words it had, and where those are no longer the newest the answer is 412. */
export class PageQuestion {
  @IsUUID() id!: string;
  @IsInt() @Min(1) version!: number;
  @IsLocalText({ max: 1000 }) text!: LocalTextInput;
}
/** PATCH /api/programmes/:slug/page, If-Match required: what is sent takes the place of what stood there. */
export class ChangePage {
  @ValidateIf(isSent) @IsLocalText({ max: 300 }) title?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText(TEXT) lead?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText(TEXT) what?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText(TEXT) forWhom?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText(TEXT) when?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText(TEXT) howOneLearns?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText(TEXT) approach?: LocalTextInput;
  @ValidateIf(isSent)
  @IsArray()
  @ArrayMaxSize(12)
  @IsLocalText({ ...TEXT, each: true })
  effects?: LocalTextInput[];
  @ValidateIf(isSent) @IsLocalText(TEXT) inclusive?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText(TEXT) organiser?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText(TEXT) plan?: LocalTextInput;
  @IsOptional() @IsUrl({ protocols: ['http', 'https'], require_protocol: true }) @MaxLength(2000) planUrl?:
    string | null;
  /** All of them, in order. */
  @ValidateIf(isSent)
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PagePartner)
  partners?: PagePartner[];
  /** Those that get new words; an admin without a seat may send none. */
  @ValidateIf(isSent)
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PageQuestion)
  questions?: PageQuestion[];
}
/** GET /api/programmes/:slug/page: the public page as its organizers write it, published or not. */
export interface PageView {
  slug: string;
  title: LocalText;
  language: Locale;
  texts: ProgrammeTexts;
  questions: QuestionView[];
  inclusiveQuestions: QuestionView[];
  partners: PartnerView[];
  publishedAt: Instant | null;
  revision: number;
  /** Answers hang on the questions' words: an admin without a seat may not reword them. */
  can: { reword: boolean };
}
