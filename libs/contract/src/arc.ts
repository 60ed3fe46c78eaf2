import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { PersonView } from './cohorts';
import type { QuestionView } from './curriculum';
import type { DocumentNode } from './journal';
import type { Audience } from './journal.values';
import type { ProgressState } from './progress';
import type { ReleaseRule, RuleNames } from './release.values';
import type { Day, Instant, LocalText } from './text';
import { LOCALES, type Locale, type Moment } from './values';

export const MAX_MOVED = 2000;

/** PUT /api/cohorts/:cohortId/questions/:questionId/moved, If-Match required: "0" where nothing was said yet. Empty takes it back. */
export class SayWhatMoved {
  @IsString() @MaxLength(MAX_MOVED) text!: string;
  @IsOptional() @IsIn(LOCALES) lang?: Locale;
}

/** The leader's own sentence. Nobody else reads, writes or counts it, and it cannot be shared. */
export interface MovedView {
  text: string;
  lang: Locale;
  /** To send as If-Match; 0 where nothing was said yet. */
  revision: number;
  updatedAt: Instant | null;
}
/** What was asked when an answer was begun; it keeps those words (rule 9). */
export interface AskedView {
  version: number;
  text: LocalText;
}
export interface ArcShareView {
  audience: Audience;
  version: number;
  grantedAt: Instant;
  expiresAt: Instant | null;
}
export interface ArcAnswerView {
  entryId: string;
  /** Null for a moment in between. */
  moment: Moment | null;
  /** What a moment in between comes after, where its author said so. */
  after: { kind: 'meeting' | 'circle'; id: string } | null;
  title: string;
  body: DocumentNode;
  /** The body's words alone, without marks. */
  words: string;
  lang: Locale;
  asked: AskedView;
  createdAt: Instant;
  updatedAt: Instant;
  doneAt: Instant | null;
  /** Everything open now; empty: only the author reads it. */
  shares: ArcShareView[];
}
/** One of the three places of the arc, in the order start, middle, end. */
export interface ArcPlaceView {
  moment: Moment;
  state: ProgressState;
  /** Where a day alone says when it opens. */
  opensOn: Day | null;
  /** Where it does not: what still has to come, of the activity itself and of a module that is closed. */
  release?: ReleaseRule;
  activityId: string | null;
  answer: ArcAnswerView | null;
}
/** What happened meanwhile, in the order of days: meetings I was at, circles I held, modules I finished. */
export type ArcFactView =
  | { kind: 'meeting'; id: string; day: Day; title: LocalText; place: LocalText }
  | { kind: 'circle'; id: string; day: Day; topic: string; place: string; people: number }
  | { kind: 'module'; id: string; day: Day; title: LocalText };

/** Words of the first and the last answer, as they were written, the most frequent first; never more than ten of each. */
export interface ArcWordsView {
  from: Moment;
  to: Moment;
  went: string[];
  came: string[];
  stayed: string[];
}
/** GET /api/cohorts/:cohortId/questions/:questionId/arc: mine alone. */
export interface ArcView {
  cohortId: string;
  /** The question in its present words. */
  question: QuestionView;
  places: ArcPlaceView[];
  /** By their numbers, for rules that name them. */
  meetings: RuleNames['meetings'];
  /** Answers in between, the oldest first. */
  between: ArcAnswerView[];
  facts: ArcFactView[];
  /** Null until two of the three are answered in one language. */
  words: ArcWordsView | null;
  moved: MovedView;
  can: { write: boolean; move: boolean };
}

export interface RingAnswerView {
  entryId: string;
  title: string;
  body: DocumentNode;
  lang: Locale;
  asked: AskedView;
  sharedAt: Instant;
}
export interface RingSeatView {
  person: PersonView;
  mine: boolean;
  start: RingAnswerView | null;
  end: RingAnswerView | null;
}
/**
 * GET /api/cohorts/:cohortId/questions/:questionId/ring: answers that are shared with the cohort now, in seat order. Who shares
 * none has no seat here. Reading it is a reading of each answer, in its author's receipt.
 */
export interface RingView {
  cohortId: string;
  question: QuestionView;
  seats: RingSeatView[];
}
