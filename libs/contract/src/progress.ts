import { IsDateString, IsIn, IsOptional, Matches } from 'class-validator';
import type { AttendanceState, MeetingView, PersonView } from './cohorts';
import type { ActivityView, QuestionView } from './curriculum';
import type { ReleaseRule } from './release';
import type { ExceptionView, OwnExceptionView } from './exceptions';
import type { Day, Instant, LocalText } from './text';
import type { Moment } from './values';

/** A day that is over, in the cohort's calendar: everything as it stood at its end. */
export class AsOf {
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString({ strict: true }) asOf?: Day;
}
/** GET /api/cohorts/:cohortId/progress?by=&asOf= */
export class MatrixOptions extends AsOf {
  @IsOptional() @IsIn(['module', 'activity']) by?: 'module' | 'activity';
}

/** How a module or an activity stands for a member. Excused: it does not count for them, and was not done. */
export type ProgressState = 'done' | 'begun' | 'ahead' | 'paused' | 'closed' | 'excused';

export interface JourneyActivityView extends ActivityView {
  state: ProgressState;
  doneAt: Instant | null;
  /** The entry begun or written for it; only in one's own journey. */
  entryId?: string;
  /** What was agreed with me about it. */
  exception?: OwnExceptionView;
}
export interface JourneyModuleView {
  id: string;
  title: LocalText;
  purpose: LocalText;
  startsOn: Day | null;
  endsOn: Day | null;
  release?: ReleaseRule;
  alongside: boolean;
  state: ProgressState;
  exception?: OwnExceptionView;
  activities: JourneyActivityView[];
}
/** A guiding question with what is answered: done, begun, ahead or closed for each moment. */
export interface JourneyQuestionView extends QuestionView {
  moments: {
    moment: Moment;
    state: ProgressState;
    at: Instant | null;
    opensOn: Day | null;
    /** Of a closed one whose opening is not a day alone. */
    release?: ReleaseRule;
    activityId: string | null;
    entryId: string | null;
  }[];
}
/** At most three; the first is the one the page offers. */
export interface NextThingView {
  kind: 'activity' | 'note' | 'practicum' | 'principles' | 'meeting';
  activity?: JourneyActivityView;
  /** An answered letter: whose note, on which entry. */
  note?: { entryId: string; by: PersonView; at: Instant };
  meeting?: MeetingView;
}
export interface CertificateView {
  /** What the facts give today: tunnistus, tõend, or still open. */
  state: 'certificate' | 'statement' | 'open';
  reasons: {
    attendance: { attended: number; held: number; total: number; needed: number; met: boolean };
    practicum: { confirmed: number; heldOn: Day | null; met: boolean; asked: boolean };
    circle: { held: number; lastOn: Day | null; met: boolean; needed: number };
    /** Of what the curriculum requires; null where the rule does not ask for it. */
    activities: { done: number; total: number; met: boolean } | null;
  };
}
/** GET /api/cohorts/:cohortId/journey */
export interface JourneyView {
  cohort: {
    id: string;
    name: string;
    programmeSlug: string;
    programmeTitle: LocalText;
    timeZone: string;
    startsOn: Day;
    endsOn: Day;
  };
  me: PersonView;
  mentor: PersonView | null;
  partner: PersonView | null;
  today: Day;
  week: number;
  modules: JourneyModuleView[];
  questions: JourneyQuestionView[];
  meetings: MeetingView[];
  attendance: (AttendanceState | null)[];
  next: NextThingView[];
  latestNote?: {
    entryId: string;
    kind: string;
    body: string;
    quote: string | null;
    by: PersonView;
    at: Instant;
    noteId: string;
    thanked: boolean;
  };
  certificate: CertificateView;
}
/** GET /api/cohorts/:cohortId/progress. `states` stand in the order of `modules` (or of `activities` with ?by=activity). */
export interface ProgressMatrixView {
  cohort: { id: string; name: string; programmeTitle: LocalText; today: Day; week: number };
  modules: { id: string; title: LocalText; alongside: boolean; current: boolean }[];
  activities?: { id: string; moduleId: string; title: LocalText; kind: string }[];
  meetings: { id: string; position: number; startsAt: Instant; state: 'planned' | 'held' | 'cancelled' }[];
  /** Who accompanies somebody of `members`, by the alphabet. */
  mentors: { membershipId: string; name: string }[];
  members: {
    membershipId: string;
    name: string;
    seat: number;
    municipality: string;
    states: ProgressState[];
    attendance: (AttendanceState | null)[];
    circles: number;
    certificate: CertificateView['state'];
    pausedUntil: Day | null;
    mentorId: string | null;
  }[];
  totals: { circles: number; people: number; lastMeetingAttended: number | null };
}
/** GET /api/cohorts/:cohortId/members/:membershipId/progress: the leader's own page, as the program leader and the leader see it. */
export interface MemberProgressView {
  member: PersonView;
  modules: {
    id: string;
    title: LocalText;
    state: ProgressState;
    activities: { id: string; title: LocalText; kind: string; state: ProgressState; doneOn: Day | null }[];
  }[];
  meetings: {
    id: string;
    title: LocalText;
    startsAt: Instant;
    state: 'planned' | 'held' | 'cancelled';
    attendance: AttendanceState | null;
  }[];
  circles: { heldOn: Day; place: string; topic: string; people: number }[];
  mentor: PersonView | null;
  partner: PersonView | null;
  pausedUntil: Day | null;
  /** Everything agreed, ended or not; a mentor reads no reasons. */
  exceptions: ExceptionView[];
  certificate: CertificateView;
  can: { agree: boolean };
}
