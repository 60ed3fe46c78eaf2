import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, ValidateIf } from 'class-validator';
import type { PersonView } from './cohorts';
import { type Instant, isSent } from './text';
import { LOCALES, type Locale } from './values';

/** Whom an announcement is for: everybody, or those who have not answered, replied, confirmed. */
export const AUDIENCES = ['cohort', 'start-questions', 'meeting-reply', 'practicum'] as const;
export type AnnouncementAudience = (typeof AUDIENCES)[number];

export class AimAnnouncement {
  @IsIn(AUDIENCES) audience!: AnnouncementAudience;
  /** The meeting not replied to; with `meeting-reply` only. */
  @ValidateIf((sent: AimAnnouncement) => sent.audience === 'meeting-reply' || sent.meetingId !== undefined)
  @IsUUID()
  meetingId?: string;
}
export class SendAnnouncement extends AimAnnouncement {
  @IsString() @Length(1, 200) @Matches(/\S/) title!: string;
  @IsString() @Length(1, 5000) @Matches(/\S/) body!: string;
  /** The language it is written in; the sender's where absent. */
  @IsOptional() @IsIn(LOCALES) lang?: Locale;
}
export class CorrectAnnouncement {
  @ValidateIf(isSent) @IsString() @Length(1, 200) @Matches(/\S/) title?: string;
  @ValidateIf(isSent) @IsString() @Length(1, 5000) @Matches(/\S/) body?: string;
}

/** POST /api/cohorts/:cohortId/announcements/preview: whom it would reach now. */
export interface AnnouncementPreview {
  count: number;
  /** In seat order; only for those who may read who misses what. */
  people?: PersonView[];
  /** How many of them are written to by mail as well. */
  mailed: number;
}
export interface AnnouncementView {
  id: string;
  /** Empty once withdrawn. */
  title: string;
  body: string;
  lang: Locale;
  audience: AnnouncementAudience;
  sentBy: string | null;
  sentAt: Instant;
  correctedAt: Instant | null;
  withdrawnAt: Instant | null;
  revision: number;
  /** For those who may send: how many it reached then and, for those who may read who misses what, whom; how it read before. */
  reached?: number;
  people?: PersonView[];
  earlier?: { title: string; body: string; until: Instant }[];
  can: { edit: boolean };
}
/** GET /api/cohorts/:cohortId/announcements */
export interface AnnouncementsView {
  announcements: AnnouncementView[];
  can: { send: boolean };
}
