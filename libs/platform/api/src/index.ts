export { BearerOf, type Caller, CallerOf, hashOf } from './caller';
export { cursorOf, pageOf, type Place, placeAfter, placeOf } from './cursor';
export {
  BadInput,
  DomainError,
  NotAllowed,
  NotFound,
  NotSignedIn,
  Stale,
  TokenRefused,
} from './domain-error';
export {
  FileRefused,
  Files,
  FileSweep,
  type FileType,
  isFileType,
  type KeptFile,
  KINDS,
  type Picture,
  pictureOf,
  sendFile,
  TakesFile,
  type Upload,
  UploadOf,
  type Wanted,
} from './files';
export { NewsLine } from './news-line';
export { type Idempotency, Once, Revision, Uuid } from './params';
export { PlatformModule } from './platform.module';
export { type MailOptions, PlatformOptions } from './platform.options';
export { backoff, due, leased, Pile, type PileOf, stale } from './pile';
export { lastly } from './lastly';
export { prepared } from './prepared';
export { FOR_TOKENS, ForTokens, isSignedIn, Public, PUBLIC, Rule, RULE } from './rule';
export { createServer } from './server';
export { cookieAttributes, sessionCookie } from './session-cookie';
export { type Membership, Viewer } from './viewer';
export { KEEPING_PLANS, type OpenTx, PLANNING_ANEW, type Tx, Work } from './work';
