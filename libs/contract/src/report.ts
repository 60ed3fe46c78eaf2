import { IsIn, IsOptional } from 'class-validator';
import type { AttendanceState } from './cohorts';
import { AsOf } from './progress';
import type { PulseAnswer } from './pulse.values';
import type { Day, Instant, LocalText } from './text';

/** ?lang=&asOf= of the report as a file. */
export class ReportOptions extends AsOf {
  @IsOptional() @IsIn(['et', 'en']) lang?: 'et' | 'en';
}
export interface ReportMeetingView {
  position: number;
  title: LocalText;
  startsAt: Instant;
  state: 'planned' | 'held' | 'cancelled';
  /** How many there are of each; null before it is held, and where fewer than five take part (rule 7). */
  attendance: Record<AttendanceState | 'unknown', number> | null;
  /** Present, online or in part: what the overview counts. Null as above. */
  attended: number | null;
  /** How many gave each answer; null where fewer than five did. */
  pulse: Record<PulseAnswer, number> | null;
}
/** GET /api/cohorts/:cohortId/report?asOf=: for the funder. Facts and numbers; of texts only stories all in them agree to. */
export interface ReportView {
  cohort: {
    id: string;
    name: string;
    programmeTitle: LocalText;
    startsOn: Day;
    endsOn: Day;
    timeZone: string;
  };
  asOf: Day;
  /** In seat order. */
  participants: { name: string; municipality: string }[];
  /** Each once, by the alphabet. */
  municipalities: string[];
  meetings: ReportMeetingView[];
  /** How many have left; they stay in the totals of what they were there for. */
  gone: number;
  /** Null where fewer than five take part. */
  circles: { held: number; people: number } | null;
  stories: { title: LocalText; author: string; url: string | null }[];
}
