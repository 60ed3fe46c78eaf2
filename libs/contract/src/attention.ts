import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { Day, Instant } from './text';

/** Plain reasons for a call, in the order in which they are said. */
export const CALL_REASONS = ['asked', 'missed', 'unanswered', 'pause-ends'] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** PUT /api/cohorts/:cohortId/attention/rules, If-Match required (0 while nobody has changed them). Null: not a reason here. */
export class AttentionRules {
  /** So many meetings missed in a row. */
  @ValidateIf((_, value) => value !== null) @IsInt() @Min(1) @Max(20) missedMeetings!: number | null;
  /** A text shared with the mentor waits for so many days. */
  @ValidateIf((_, value) => value !== null) @IsInt() @Min(1) @Max(120) unansweredDays!: number | null;
  /** The participant asked for it. */
  @IsBoolean() asked!: boolean;
  /** An agreed pause ends within so many days. */
  @ValidateIf((_, value) => value !== null) @IsInt() @Min(0) @Max(60) pauseEndsDays!: number | null;
}
/** GET /api/cohorts/:cohortId/attention/rules */
export interface AttentionRulesView extends AttentionRules {
  revision: number;
  changedAt: Instant | null;
  changedBy: string | null;
}
/** POST /api/cohorts/:cohortId/attention/set-asides: the reason as it was shown, with its day. */
export class SetAside {
  @IsUUID() membershipId!: string;
  @IsIn(CALL_REASONS) reason!: CallReason;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) day!: Day;
  @IsOptional() @IsString() @MaxLength(500) note?: string;
}
/** One reason for one person. Days only; of a text neither words, title nor length. */
export interface AttentionCardView {
  membershipId: string;
  name: string;
  seat: number;
  municipality: string;
  reason: CallReason;
  /** Missed last, waiting since, asked on, ending on. */
  day: Day;
}
export interface SetAsideView extends AttentionCardView {
  id: string;
  note: string;
  by: string | null;
  at: Instant;
}
/** GET /api/cohorts/:cohortId/attention: in seat order, never a count per person. */
export interface AttentionView {
  rules: AttentionRulesView;
  cards: AttentionCardView[];
  setAside: SetAsideView[];
}
/** GET /api/cohorts/:cohortId/call: what a participant asked, and exactly what the program leader's list says of them. */
export interface OwnCallView {
  asked: { at: Instant; seenBy: { name: string; at: Instant }[] } | null;
  canAsk: boolean;
  /** Whose list it is. */
  leaders: string[];
  reasons: { reason: CallReason; day: Day }[];
  setAside: Pick<SetAsideView, 'id' | 'reason' | 'day' | 'note' | 'by' | 'at'>[];
}
