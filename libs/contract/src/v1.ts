import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ATTENDANCE_STATES, type AttendanceState } from './cohorts';
import type { ProgressState } from './progress';
import { type Day, INSTANT, type Instant, IsLocalText, type LocalText } from './text';
import { ROLES, type Role } from './values';

// What other systems are answered. Classes, so that the document they read is made of the same: what may be missing is left
// out, and nothing is null. A field is added, never changed or taken away, as long as the path says v1.

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const STATES = ['done', 'begun', 'ahead', 'paused', 'closed'] as const;
const MEETING_STATES = ['planned', 'held', 'cancelled'] as const;
type MeetingState = (typeof MEETING_STATES)[number];
const KINDS = ['certificate', 'statement'] as const;
type Kind = (typeof KINDS)[number];

/** ?limit=&after= of every list. */
export class V1Page {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
  /** `next` of the page before, as it was given. */
  @IsOptional() @IsString() @Length(1, 200) after?: string;
}
export class V1Cohort {
  @IsUUID() id!: string;
  @IsString() name!: string;
  @IsLocalText() programmeTitle!: LocalText;
  @IsString() timeZone!: string;
  @Matches(DAY) startsOn!: Day;
  @Matches(DAY) endsOn!: Day;
}
export class V1Cohorts {
  @IsArray() @ValidateNested({ each: true }) @Type(() => V1Cohort) cohorts!: V1Cohort[];
}
export class V1Person {
  @IsUUID() membershipId!: string;
  @IsString() name!: string;
  @IsIn(ROLES) role!: Role;
  @IsOptional() @IsInt() seat?: number;
  @IsString() municipality!: string;
}
export class V1People {
  @IsArray() @ValidateNested({ each: true }) @Type(() => V1Person) people!: V1Person[];
  @IsOptional() @IsString() next?: string;
}
export class V1Meeting {
  @IsUUID() id!: string;
  @IsInt() position!: number;
  @IsLocalText() title!: LocalText;
  @Matches(INSTANT) startsAt!: Instant;
  @Matches(INSTANT) endsAt!: Instant;
  @IsIn(MEETING_STATES) state!: MeetingState;
}
export class V1Meetings {
  @IsArray() @ValidateNested({ each: true }) @Type(() => V1Meeting) meetings!: V1Meeting[];
  @IsOptional() @IsString() next?: string;
}
export class V1Attendance {
  @IsUUID() meetingId!: string;
  @IsUUID() membershipId!: string;
  @IsIn(ATTENDANCE_STATES) state!: AttendanceState;
}
export class V1Attendances {
  @IsArray() @ValidateNested({ each: true }) @Type(() => V1Attendance) attendance!: V1Attendance[];
  @IsOptional() @IsString() next?: string;
}
export class V1Module {
  @IsUUID() id!: string;
  @IsLocalText() title!: LocalText;
  @IsBoolean() alongside!: boolean;
}
export class V1Activity {
  @IsUUID() id!: string;
  @IsUUID() moduleId!: string;
  @IsLocalText() title!: LocalText;
  @IsString() kind!: string;
}
export class V1MemberProgress {
  @IsUUID() membershipId!: string;
  @IsInt() seat!: number;
  /** In the order of `modules`. */
  @IsArray() @IsIn(STATES, { each: true }) modules!: ProgressState[];
  /** In the order of `activities`. */
  @IsArray() @IsIn(STATES, { each: true }) activities!: ProgressState[];
  @IsInt() circles!: number;
}
export class V1Progress {
  @IsArray() @ValidateNested({ each: true }) @Type(() => V1Module) modules!: V1Module[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => V1Activity) activities!: V1Activity[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => V1MemberProgress) members!: V1MemberProgress[];
  @IsOptional() @IsString() next?: string;
}
export class V1Circle {
  @IsUUID() id!: string;
  /** Who held it. */
  @IsUUID() membershipId!: string;
  @Matches(DAY) heldOn!: Day;
  @IsString() place!: string;
  @IsString() topic!: string;
  @IsInt() people!: number;
}
export class V1Circles {
  @IsArray() @ValidateNested({ each: true }) @Type(() => V1Circle) circles!: V1Circle[];
  @IsOptional() @IsString() next?: string;
}
export class V1Paper {
  @IsUUID() id!: string;
  @IsString() number!: string;
  @IsInt() version!: number;
  @IsIn(KINDS) kind!: Kind;
  @IsIn(['valid', 'replaced', 'revoked']) standing!: 'valid' | 'replaced' | 'revoked';
  @Matches(INSTANT) issuedAt!: Instant;
}
export class V1MemberCertificates {
  @IsUUID() membershipId!: string;
  /** What the facts give today. */
  @IsIn(['certificate', 'statement', 'open']) outcome!: Kind | 'open';
  @IsArray() @ValidateNested({ each: true }) @Type(() => V1Paper) issued!: V1Paper[];
}
export class V1Certificates {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => V1MemberCertificates)
  certificates!: V1MemberCertificates[];
  @IsOptional() @IsString() next?: string;
}
/** Missing where fewer than five take part. */
export class V1AttendanceTotals {
  @IsInt() present!: number;
  @IsInt() online!: number;
  @IsInt() part!: number;
  @IsInt() absent!: number;
  @IsInt() excused!: number;
  @IsInt() unknown!: number;
}
/** Missing where fewer than five answered, and before its week is over. */
export class V1PulseTotals {
  @IsInt() fully!: number;
  @IsInt() mostly!: number;
  @IsInt() little!: number;
  @IsInt() not!: number;
}
export class V1ReportMeeting {
  @IsInt() position!: number;
  @Matches(INSTANT) startsAt!: Instant;
  @IsIn(MEETING_STATES) state!: MeetingState;
  @IsOptional() @ValidateNested() @Type(() => V1AttendanceTotals) attendance?: V1AttendanceTotals;
  @IsOptional() @IsInt() attended?: number;
  @IsOptional() @ValidateNested() @Type(() => V1PulseTotals) pulse?: V1PulseTotals;
}
export class V1CircleTotals {
  @IsInt() held!: number;
  @IsInt() people!: number;
}
export class V1Report {
  @Matches(DAY) asOf!: Day;
  @IsInt() participants!: number;
  @IsArray() @IsString({ each: true }) municipalities!: string[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => V1ReportMeeting) meetings!: V1ReportMeeting[];
  @IsOptional() @ValidateNested() @Type(() => V1CircleTotals) circles?: V1CircleTotals;
}
