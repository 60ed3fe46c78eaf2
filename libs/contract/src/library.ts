import { Equals, IsEmail, IsIn, IsOptional, MaxLength } from 'class-validator';
import type { QuestionView } from './curriculum';
import type { Day, Instant, LocalText } from './text';
import { LOCALES, type Locale } from './values';

/** POST /api/programmes/:slug/interests → 202 always */
export class LeaveInterest {
  @IsEmail() @MaxLength(254) email!: string;
  @Equals(true) consent!: true;
  @IsOptional() @IsIn(LOCALES) locale?: Locale;
}
export type ResourceKind = 'book' | 'article' | 'worksheet' | 'recording' | 'link';
export interface ResourceView {
  id: string;
  kind: ResourceKind;
  title: LocalText;
  author: string;
  about: LocalText;
  url: string | null;
}
export interface StoryView {
  id: string;
  title: LocalText;
  author: string;
  url: string | null;
}
export interface PartnerView {
  id: string;
  name: string;
  part: LocalText;
  url: string | null;
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
  intakes: { name: string; startsOn: Day; endsOn: Day; leaders: number; municipalities: number }[];
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
  can: { seeInterests: boolean };
}
/** GET /api/cohorts/:cohortId/interests */
export interface InterestView {
  id: string;
  email: string;
  locale: Locale;
  consentedAt: Instant;
}
