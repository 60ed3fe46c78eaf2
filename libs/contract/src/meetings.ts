import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { INSTANT, type Instant, isSent, IsLocalText, type LocalText, type LocalTextInput } from './text';

/** A link into a room or to a page: encrypted, and nothing but the web. */
const WEB_LINK = { protocols: ['https'], require_protocol: true };

export const AGENDA_KINDS = ['circle', 'talk', 'exercise', 'pairs', 'guest', 'break'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];
const AGENDA_STEPS = 60;

export class AgendaStep {
  @IsIn(AGENDA_KINDS) kind!: AgendaKind;
  @IsInt() @Min(1) @Max(720) minutes!: number;
  @IsLocalText({ max: 300 }) title!: LocalTextInput;
}
export class MeetingGuest {
  @IsString() @Length(1, 200) name!: string;
  @ValidateIf(isSent) @IsLocalText({ max: 2000, blank: true }) about?: LocalTextInput;
  @IsOptional() @IsUrl(WEB_LINK) @MaxLength(2000) link?: string | null;
}
export class PlanMeeting {
  @IsLocalText({ max: 300 }) title!: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText({ max: 5000, blank: true }) about?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText({ max: 300, blank: true }) place?: LocalTextInput;
  @IsISO8601({ strict: true }) @Matches(INSTANT) startsAt!: Instant;
  @IsISO8601({ strict: true }) @Matches(INSTANT) endsAt!: Instant;
  @IsOptional() @IsUrl(WEB_LINK) @MaxLength(2000) link?: string | null;
  @IsOptional() @ValidateNested() @Type(() => MeetingGuest) guest?: MeetingGuest | null;
}
/** PATCH /api/meetings/:id, If-Match required; what is absent stays. Another time and calling off need a reason. */
export class ChangeMeeting {
  @ValidateIf(isSent) @IsLocalText({ max: 300 }) title?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText({ max: 5000, blank: true }) about?: LocalTextInput;
  @ValidateIf(isSent) @IsLocalText({ max: 300, blank: true }) place?: LocalTextInput;
  @ValidateIf(isSent) @IsISO8601({ strict: true }) @Matches(INSTANT) startsAt?: Instant;
  @ValidateIf(isSent) @IsISO8601({ strict: true }) @Matches(INSTANT) endsAt?: Instant;
  @ValidateIf(isSent) @IsBoolean() cancelled?: boolean;
  @IsOptional() @IsUrl(WEB_LINK) @MaxLength(2000) link?: string | null;
  @IsOptional() @ValidateNested() @Type(() => MeetingGuest) guest?: MeetingGuest | null;
  @ValidateIf(isSent)
  @IsArray()
  @ArrayMaxSize(AGENDA_STEPS)
  @ValidateNested({ each: true })
  @Type(() => AgendaStep)
  agenda?: AgendaStep[];
  /** Participants read the agenda once it is published. */
  @ValidateIf(isSent) @IsBoolean() agendaPublished?: boolean;
  @IsOptional() @IsString() @MaxLength(500) reason?: string;
}
/** POST /api/meetings/:id/check-ins: the code seen in the room, in either case, with or without a space. */
export class CheckIn {
  @IsString() @MaxLength(20) @Matches(/^[\w\s-]+$/) code!: string;
  /** Taking part over the meeting's link. */
  @ValidateIf(isSent) @IsBoolean() online?: boolean;
}

export interface AgendaStepView {
  kind: AgendaKind;
  minutes: number;
  title: LocalText;
}
export interface MeetingGuestView {
  name: string;
  about: LocalText;
  link: string | null;
}
/** POST /api/meetings/:id/check-in/codes: seen once; the one before it lives two minutes more. DELETE there ends them all. */
export interface CheckInCodeView {
  code: string;
  validUntil: Instant;
}

export const MEETING_CHANGES = [
  'moved',
  'cancelled',
  'restored',
  'title',
  'about',
  'place',
  'link',
  'guest',
  'agenda',
  'agendaPublished',
  'agendaHidden',
] as const;
export type MeetingChangeKind = (typeof MEETING_CHANGES)[number];

/** As much of a meeting before and after as its log tells. */
export interface MeetingThen {
  title: LocalText;
  place: LocalText;
  startsAt: Instant;
  endsAt: Instant;
}
/** GET /api/meetings/:id/changes: newest first. */
export interface MeetingChangeView {
  id: string;
  changedBy: string | null;
  changedAt: Instant;
  reason: string;
  what: MeetingChangeKind[];
  before: MeetingThen;
  after: MeetingThen;
}
export interface MeetingChangesView {
  changes: MeetingChangeView[];
  /** Send as ?after= to have the next page; absent on the last. */
  next?: string;
}
export type MeetingsError =
  'check-in-closed' | 'check-in-other-day' | 'wrong-code' | 'code-replaced' | 'meeting-cancelled';
