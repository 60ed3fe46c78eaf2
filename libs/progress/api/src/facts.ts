import type { AttendanceState } from '@opiring/contract/cohorts';
import type { ActivityKind } from '@opiring/contract/curriculum';
import type { ReleaseRule } from '@opiring/contract/release';
import type { Day } from '@opiring/contract/text';

/** What of a published activity matters for standing. */
export interface FoldActivity {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly required: boolean;
  readonly opensOn: Day | null;
  readonly release?: ReleaseRule | undefined;
  readonly meetingId: string | null;
}
export interface FoldModule {
  readonly id: string;
  readonly startsOn: Day | null;
  readonly release?: ReleaseRule | undefined;
  readonly activities: readonly FoldActivity[];
}
export interface FoldMeeting {
  readonly id: string;
  readonly state: 'planned' | 'held' | 'cancelled';
  /** The cohort's day on which it ends. */
  readonly endsOn: Day;
}
/** A programme's condition for its certificate. */
export interface CompletionRule {
  /** Of the meetings, cancelled ones left out: 0.8 is four of five. */
  readonly attendanceShare: number;
  readonly practicum: boolean;
  readonly communityCircle: boolean;
  /** So many meetings instead of a share. */
  readonly meetings?: number | null;
  /** How many circles at home; one where only `communityCircle` is said. */
  readonly circles?: number;
  /** Everything the published curriculum requires. */
  readonly requiredActivities?: boolean;
  /** Academic hours, as the paper says them. */
  readonly hours?: { readonly meetings: number; readonly own: number } | null;
}
/** Everything that is the same for all members on one day of the cohort. */
export interface FoldDay {
  readonly today: Day;
  readonly endsOn: Day;
  readonly modules: readonly FoldModule[];
  readonly meetings: readonly FoldMeeting[];
  readonly rule: CompletionRule;
}
/** What a member did with an activity: nothing, begun, done. */
export const UNTOUCHED = 0;
export const BEGUN = 1;
export const DONE = 2;

/** What was agreed with a member and holds today: ids of activities, and of modules that are open. */
export interface MemberExceptions {
  readonly opened: ReadonlySet<string>;
  readonly excused: ReadonlySet<string>;
}
/** A member's facts, without a word of what they wrote. */
export interface MemberFacts {
  /** In the order of the edition's activities, module after module. */
  readonly marks: ArrayLike<number>;
  /** For each retired activity the member had done: the ordinal of its module. */
  readonly retiredDone: readonly number[];
  /** In the order of the meetings. */
  readonly attendance: readonly (AttendanceState | null)[];
  readonly practicum: { readonly confirmed: number; readonly heldOn: Day | null };
  readonly circles: { readonly held: number; readonly lastOn: Day | null };
  readonly paused: boolean;
  /** The learning partner says they have read this member's plan. */
  readonly planRead: boolean;
  readonly exceptions?: MemberExceptions | undefined;
}
/** Who was there, in whatever way. */
export function attended(state: AttendanceState | null | undefined): boolean {
  return state === 'present' || state === 'online' || state === 'part';
}
