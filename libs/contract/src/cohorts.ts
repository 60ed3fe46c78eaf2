import {
  IsBoolean,
  IsDateString,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { AgendaStepView, MeetingGuestView } from './meetings';
import { type Day, type Instant, isSent, type LocalText } from './text';
import { ROLES, type Role } from './values';

export const ATTENDANCE_STATES = ['present', 'online', 'part', 'absent', 'excused'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

export class CreateCohort {
  @IsUUID() programmeId!: string;
  @IsString() @Length(1, 200) name!: string;
  @IsOptional() @IsTimeZone() timeZone?: string;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() startsOn!: Day;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() endsOn!: Day;
}
export class AddMember {
  @IsEmail() @MaxLength(254) email!: string;
  @IsString() @Length(1, 200) name!: string;
  @IsIn(ROLES) role!: Role;
  @IsOptional() @IsString() @MaxLength(200) municipality?: string;
  @IsOptional() @IsString() @MaxLength(200) occupation?: string;
  /** Seat in the ring; the lowest free one where absent. Participants only. */
  @IsOptional() @IsInt() @Min(1) @Max(1000) seat?: number;
}
export class AssignMentor {
  @IsUUID() mentorId!: string;
}
export class MakePair {
  @IsUUID() firstId!: string;
  @IsUUID() secondId!: string;
}
export class AgreePause {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() fromOn!: Day;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() untilOn!: Day;
  /** Read by whom it is about. */
  @IsString() @Length(1, 500) @Matches(/\S/) reason!: string;
  /** The same for their learning partner, as a pause of its own. */
  @ValidateIf(isSent) @IsBoolean() withPartner?: boolean;
}
/** PATCH /api/pauses/:id, If-Match required; what is absent stays. DELETE there ends it. */
export class ChangePause {
  @ValidateIf(isSent) @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() fromOn?: Day;
  @ValidateIf(isSent) @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsDateString() untilOn?: Day;
  @ValidateIf(isSent) @IsString() @Length(1, 500) @Matches(/\S/) reason?: string;
}
export class RecordAttendance {
  @IsIn(ATTENDANCE_STATES) state!: AttendanceState;
}
export class AnswerMeeting {
  @IsBoolean() coming!: boolean;
}

/** One person as the circle knows them. */
export interface PersonView {
  membershipId: string;
  name: string;
  role: Role;
  seat: number | null;
  municipality: string;
  occupation: string;
}
/** GET /api/cohorts/:cohortId/people. Address, state and links only for organizers and program leaders. */
export interface MemberView extends PersonView {
  email?: string;
  ended?: boolean;
  mentorId?: string | null;
  partnerId?: string | null;
  pausedUntil?: Day | null;
  /** The learning pair's id, to end it by. */
  pairId?: string | null;
}
export interface CohortView {
  id: string;
  programmeId: string;
  programmeSlug: string;
  programmeTitle: LocalText;
  name: string;
  timeZone: string;
  startsOn: Day;
  endsOn: Day;
}
export interface PeopleView {
  cohort: CohortView;
  people: MemberView[];
  /** Send as ?after= to have the next page; absent on the last. */
  next?: string;
  can: { invite: boolean; assign: boolean };
}
/** GET /api/cohorts/:cohortId/meetings → {meetings}. Attendance: one's own, or everybody's for those who follow the cohort. */
export interface MeetingView {
  id: string;
  position: number;
  title: LocalText;
  about: LocalText;
  place: LocalText;
  startsAt: Instant;
  endsAt: Instant;
  state: 'planned' | 'held' | 'cancelled';
  /** When it was first announced for another time. */
  movedFrom?: Instant;
  revision: number;
  myReply?: boolean | null;
  myAttendance?: AttendanceState | null;
  coming?: number;
  attendance?: { membershipId: string; state: AttendanceState }[];
  /** For members alone: the room's address where one meets online. */
  link?: string | null;
  guest?: MeetingGuestView | null;
  /** Empty until it is published, except for who edits it. */
  agenda?: AgendaStepView[];
  agendaPublished?: boolean;
  /** Why it was last moved or called off. */
  reason?: string;
  /** For the team: until when the newest check-in code is good. */
  checkInUntil?: Instant;
  can: {
    edit: boolean;
    reply: boolean;
    recordAttendance: boolean;
    /** Now, with the code seen in the room. */
    checkIn?: boolean;
    /** Today, for others. */
    openCheckIn?: boolean;
  };
}
export interface MeetingsView {
  meetings: MeetingView[];
  can: { plan: boolean };
}
export interface AttendanceView {
  meetingId: string;
  membershipId: string;
  state: AttendanceState;
  recordedAt: Instant;
}
export interface ProgrammeSummaryView {
  id: string;
  slug: string;
  title: LocalText;
  cohorts: CohortView[];
}
/** A created learning pair: POST /api/cohorts/:cohortId/pairs */
export interface PairView {
  id: string;
  firstId: string;
  secondId: string;
}
/** POST /api/cohorts/:cohortId/members/:membershipId/pauses; DELETE there ends whatever is agreed. */
export interface PauseView {
  id: string;
  membershipId: string;
  fromOn: Day;
  untilOn: Day;
  reason: string;
  revision: number;
}
/** GET /api/meetings/:id/attendance/changes: newest first. */
export interface AttendanceChangeView {
  id: string;
  membershipId: string;
  name: string;
  changedBy: string | null;
  changedAt: Instant;
  before: AttendanceState | null;
  after: AttendanceState;
  /** Recorded by the team, or by the participant's own code. */
  way: 'hand' | 'code';
}
export interface AttendanceChangesView {
  changes: AttendanceChangeView[];
  /** Send as ?after= to have the next page; absent on the last. */
  next?: string;
}
/** GET /api/me/calendar-feed: when my own calendar address was made; the address itself is shown once, when it is made. */
export interface CalendarFeedView {
  madeAt: Instant | null;
}
/** POST /api/me/calendar-feed: a new address; the one before it ends. */
export interface MadeCalendarFeed {
  url: string;
  madeAt: Instant;
}
/** Where a page begins: the id at the end of the one before. */
export class PageAfter {
  @IsOptional() @IsUUID() after?: string;
}
export type CohortsError =
  | 'already-member'
  | 'seat-taken'
  | 'already-paired'
  | 'meeting-over'
  | 'meeting-cancelled'
  | 'own-membership'
  | 'pause-ended'
  | 'no-partner';
