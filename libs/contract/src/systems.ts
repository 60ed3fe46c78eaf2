import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import {
  LONGEST_TOKEN_DAYS,
  STORE_TOPICS,
  TOKEN_SCOPES,
  type TokenScope,
  type Topic,
  TOPICS,
  XAPI_VERSIONS,
  type XapiVersion,
} from './systems.values';
import type { Day, Instant } from './text';

/** POST /api/cohorts/:cohortId/tokens */
export class MakeToken {
  @IsString() @Length(1, 100) @Matches(/\S/) name!: string;
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsIn(TOKEN_SCOPES, { each: true }) scopes!: TokenScope[];
  @IsInt() @Min(1) @Max(LONGEST_TOKEN_DAYS) days!: number;
}
/** POST /api/cohorts/:cohortId/webhooks */
export class AddWebhook {
  @IsString() @Length(1, 100) @Matches(/\S/) name!: string;
  @IsString() @Length(8, 2000) url!: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsIn(TOPICS, { each: true })
  topics!: Topic[];
}
/** PUT /api/cohorts/:cohortId/record-store: where statements go, in place of where they went. */
export class SetRecordStore {
  /** Without `/statements`. */
  @IsString() @Length(8, 2000) url!: string;
  @IsIn(XAPI_VERSIONS) version!: XapiVersion;
  @IsString() @Length(1, 200) @Matches(/^[^:]*$/) key!: string;
  @IsString() @Length(1, 500) secret!: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsIn(STORE_TOPICS, { each: true })
  topics!: Topic[];
}
/** ?after= of a receiver's deliveries: the id at the end of the page before. */
export class DeliveriesAfter {
  @IsOptional() @IsUUID() after?: string;
}

export interface TokenView {
  id: string;
  name: string;
  /** How the token begins, to know it by. */
  beginning: string;
  scopes: TokenScope[];
  madeBy: string;
  madeAt: Instant;
  expiresAt: Instant;
  lastUsedOn: Day | null;
  /** `left`: whoever made it answers for the cohort no more. */
  standing: 'standing' | 'revoked' | 'expired' | 'left';
}
/** The token itself is shown this once; a retry with the same key no longer knows it. */
export interface MadeToken {
  token: TokenView;
  secret: string | null;
}
export interface ReceiverView {
  id: string;
  kind: 'webhook' | 'lrs';
  name: string;
  url: string;
  topics: Topic[];
  version: XapiVersion | null;
  madeAt: Instant;
  /** `failing`: the last attempt failed and is made again; `stopped`: given up after days, until somebody resumes. */
  state: 'well' | 'failing' | 'stopped';
  failingSince: Instant | null;
  /** How much is still to be told. */
  waiting: number;
  lastToldAt: Instant | null;
  /** Until then the secret before the present one is signed with too. */
  formerUntil: Instant | null;
}
/** A webhook or record store with the secret it signs by, where one was made just now. */
export interface MadeReceiver {
  receiver: ReceiverView;
  secret: string | null;
}
/** GET /api/cohorts/:cohortId/systems */
export interface SystemsView {
  tokens: TokenView[];
  receivers: ReceiverView[];
}
/** GET /api/cohorts/:cohortId/systems/stopped: who is told no more until somebody resumes. */
export interface StoppedView {
  stopped: { name: string; since: Instant }[];
}
/** How one attempt to tell stands: no body, no name. */
export interface DeliveryView {
  id: string;
  type: string;
  madeAt: Instant;
  attempts: number;
  /** What the other side answered last; null where it did not answer. */
  status: number | null;
  state: 'waiting' | 'told' | 'given-up';
  settledAt: Instant | null;
}
/** GET /api/receivers/:id/deliveries: newest first. */
export interface DeliveriesView {
  deliveries: DeliveryView[];
  next?: string;
}
export type SystemsError = 'address-refused' | 'token-refused' | 'too-many-requests' | 'scope-missing';
