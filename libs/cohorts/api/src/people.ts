import type { CohortView, MeetingView, AttendanceState, PersonView } from '@opiring/contract/cohorts';
import type { Day } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';

/** A person in a cohort, with the account behind: for grants and mail, never for the wire. */
export interface Member extends PersonView {
  accountId: string;
}

/** A member with whom they walk, as it stands today. */
export interface RosterMember extends Member {
  mentorId: string | null;
  partnerId: string | null;
  pausedUntil: Day | null;
}

/** A programme's condition for its certificate. */
export interface CompletionRule {
  /** Share of the meetings that are not cancelled. */
  attendanceShare: number;
  practicum: boolean;
  communityCircle: boolean;
  /** So many meetings instead of a share. */
  meetings?: number | null;
  /** How many circles at home; one where only `communityCircle` is said. */
  circles?: number;
  /** Everything the published curriculum requires. */
  requiredActivities?: boolean;
  /** Academic hours, as the paper says them. */
  hours?: { meetings: number; own: number } | null;
}

/** A cohort, the language its organizers write in when they send a plain text, and when it is completed. */
export interface CohortFacts extends CohortView {
  language: Locale;
  completionRule: CompletionRule;
}

/** The part of a cohort that goes on the wire. */
export const cohortView = (cohort: CohortFacts): CohortView => ({
  id: cohort.id,
  programmeId: cohort.programmeId,
  programmeSlug: cohort.programmeSlug,
  programmeTitle: cohort.programmeTitle,
  name: cohort.name,
  timeZone: cohort.timeZone,
  startsOn: cohort.startsOn,
  endsOn: cohort.endsOn,
});

/** A meeting with who took part; a member who is absent here has no record. */
export interface MeetingFacts extends Omit<
  MeetingView,
  | 'can'
  | 'myReply'
  | 'myAttendance'
  | 'coming'
  | 'attendance'
  | 'link'
  | 'guest'
  | 'agenda'
  | 'agendaPublished'
  | 'reason'
  | 'checkInUntil'
> {
  attendance: Record<string, AttendanceState>;
}

/** What stands in a cohort today, asked in one statement. */
export interface CohortOverview {
  cohort: CohortFacts;
  /** Active members by seat and name; of one membership: that one, its mentor and its learning partner. */
  roster: RosterMember[];
  /** In the order of time. */
  meetings: MeetingFacts[];
}

/** The part of a member that others may see. */
export const personOf = ({
  membershipId,
  name,
  role,
  seat,
  municipality,
  occupation,
}: PersonView): PersonView => ({ membershipId, name, role, seat, municipality, occupation });
