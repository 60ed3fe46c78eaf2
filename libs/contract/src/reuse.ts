import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDateString,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { CohortView } from './cohorts';
import type { ChangeView, ModuleView } from './curriculum';
import type { AgendaStepView } from './meetings';
import type { RuleNames } from './release.values';
import type { Day, Instant, LocalText } from './text';

/** Which days of a programme shift when it is used again. */
export const DATED = [
  'cohort-ends',
  'module-starts',
  'module-ends',
  'activity-opens',
  'rule-opens',
  'meeting',
] as const;
export type Dated = (typeof DATED)[number];

/** One date set otherwise than the shift would have it; `id` is the thing's in the cohort copied from. */
export class DateMove {
  @IsIn(DATED) what!: Dated;
  @IsUUID() id!: string;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) to!: Day;
}
/** POST /api/cohorts/:cohortId/copies/preview: what the copy would be; nothing is made. */
export class PlanCopy {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) firstDay!: Day;
  /** The draft as it stands, or the newest published edition. */
  @IsIn(['draft', 'published']) of!: 'draft' | 'published';
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @ValidateNested({ each: true })
  @Type(() => DateMove)
  moves?: DateMove[];
}
/** POST /api/cohorts/:cohortId/copies: a further intake of the same programme; who makes it organizes it. */
export class CopyProgramme extends PlanCopy {
  @IsString() @Matches(/\S/) @Length(1, 200) name!: string;
}

/** Why one may want another day. */
export type Falls = { on: 'weekend' } | { on: 'holiday'; name: LocalText };
export interface DateProposal {
  to: Day;
  why: 'next-working-day' | 'week-later';
}
export interface ShiftedDate {
  what: Dated;
  id: string;
  title: LocalText;
  before: Day;
  after: Day;
  /** Set by hand, or carried along by what was. */
  moved?: true;
  /** A meeting's, by the cohort's clock: it stays the same across a change of clocks. */
  hours?: { from: string; until: string };
  /** It was called off then; in the copy it is planned. */
  cancelled?: true;
  falls?: Falls;
  /** Empty where nothing is in the way. */
  proposals: DateProposal[];
}
export interface CopyPlanView {
  from: { name: string; startsOn: Day };
  firstDay: Day;
  endsOn: Day;
  /** By how many days everything shifts. */
  shift: number;
  /** The nearest day on which every weekday would stay the same; null where it is so already. */
  sameWeekday: Day | null;
  dates: ShiftedDate[];
  modules: number;
  activities: number;
  meetings: number;
  /** Meetings that were called off and that nothing in the curriculum asks for. */
  leftOut: LocalText[];
  /** Whether there is a published edition to copy. */
  published: boolean;
}
export interface CopyView {
  cohort: CohortView;
  modules: number;
  activities: number;
  meetings: number;
}

/** GET /api/cohorts/:cohortId/comparison?with=… */
export class CompareIntakes {
  /** The earlier intake of the same programme. */
  @IsUUID() with!: string;
}
export interface ComparedIntake {
  id: string;
  name: string;
  startsOn: Day;
  timeZone: string;
}
export interface ComparedMeeting {
  title: LocalText;
  about: LocalText;
  place: LocalText;
  startsAt: Instant;
  endsAt: Instant;
  agenda: AgendaStepView[];
}
export type MeetingField = 'title' | 'about' | 'place' | 'day' | 'hours' | 'agenda';
export interface MeetingComparison {
  id: string;
  kind: 'added' | 'removed' | 'changed';
  fields: MeetingField[];
  before: ComparedMeeting | null;
  after: ComparedMeeting | null;
}
/** What is different between two intakes; dates count from each one's first day. */
export interface ComparisonView {
  before: ComparedIntake;
  after: ComparedIntake;
  /** In the later one's order; those only the earlier has stand at the end. */
  modules: Pick<ModuleView, 'id' | 'title'>[];
  changes: ChangeView[];
  meetings: MeetingComparison[];
  /** What the rules of either intake name. */
  around: RuleNames;
}
export type ReuseError = 'nothing-to-copy' | 'too-many' | 'other-programme';
