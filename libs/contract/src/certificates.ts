import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { SHOWABLE, type Showable } from './certificates.values';
import type { CertificateView } from './progress';
import type { Day, Instant, LocalText } from './text';
import type { Locale } from './values';

/** Academic hours of the whole way, as the paper says them. */
export class ProgrammeHours {
  @IsInt() @Min(0) @Max(2000) meetings!: number;
  @IsInt() @Min(0) @Max(2000) own!: number;
}
/** PUT /api/cohorts/:cohortId/completion, If-Match required (0 while the programme's rule holds); and POST …/completion/preview */
export class ChangeCompletion {
  /** Of the meetings that are not cancelled: 0.8 is four of five. Counts where no number of meetings is asked. */
  @IsNumber() @Min(0) @Max(1) attendanceShare!: number;
  @ValidateIf((_, value) => value !== null) @IsInt() @Min(1) @Max(500) meetings!: number | null;
  /** Confirmed by both partners. */
  @IsBoolean() practicum!: boolean;
  @IsInt() @Min(0) @Max(20) circles!: number;
  /** Every activity the published curriculum requires. */
  @IsBoolean() requiredActivities!: boolean;
  @ValidateIf((_, value) => value !== null)
  @ValidateNested()
  @Type(() => ProgrammeHours)
  hours!: ProgrammeHours | null;
}
/** GET /api/cohorts/:cohortId/completion */
export interface CompletionView extends ChangeCompletion {
  revision: number;
  changedAt: Instant | null;
  changedBy: string | null;
  can: { change: boolean; issue: boolean };
}
/** What a rule would give each, beside what holds today. */
export interface CompletionPreviewView {
  members: {
    membershipId: string;
    name: string;
    seat: number;
    now: CertificateView['state'];
    then: CertificateView;
  }[];
}

export type CertificateKind = 'certificate' | 'statement';
export type CertificateStanding = 'valid' | 'replaced' | 'revoked';
/** One version of a paper, with what became of it. */
export interface IssuedView {
  id: string;
  number: string;
  version: number;
  kind: CertificateKind;
  standing: CertificateStanding;
  issuedAt: Instant;
  issuedBy: string | null;
  /** Why it was issued anew; empty the first time. */
  reason: string;
  revoked: { at: Instant; by: string | null; reason: string } | null;
}
/** GET /api/cohorts/:cohortId/certificates */
export interface CertificatesView {
  members: {
    membershipId: string;
    name: string;
    seat: number;
    municipality: string;
    /** What the facts give today. */
    certificate: CertificateView;
    /** What would be issued to them now; null where nothing is due. */
    due: CertificateKind | null;
    /** Newest version first. */
    issued: IssuedView[];
  }[];
}
/** POST /api/cohorts/:cohortId/certificates: to those named, or to all to whom something is due. */
export class IssueCertificates {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  members?: string[];
}
/** POST /api/certificates/:id/reissue and …/revocation */
export class CertificateReason {
  @IsString() @Length(3, 500) reason!: string;
}

/** PUT /api/certificates/:id/showing */
export class ChangeShowing {
  @IsArray() @ArrayUnique() @IsIn(SHOWABLE, { each: true }) shown!: Showable[];
}
/** GET /api/me/certificates */
export interface OwnCertificateView extends Omit<IssuedView, 'issuedBy'> {
  programmeTitle: LocalText;
  cohortName: string;
  holderName: string;
  /** Where anybody may check it. */
  url: string;
  shown: Showable[];
}
/** ?lang= of the PDF */
export class CertificateLanguage {
  @IsOptional() @IsIn(['et', 'en']) lang?: 'et' | 'en';
}

/** GET /api/verifications/:code: what the holder allows, and whether it stands. */
export interface VerificationView {
  number: string;
  version: number;
  kind: CertificateKind;
  standing: CertificateStanding;
  issuedOn: Day;
  issuer: LocalText;
  language: Locale;
  revokedAt: Instant | null;
  name: string | null;
  municipality: string | null;
  programme: LocalText | null;
  hours: { meetings: number; own: number } | null;
}
