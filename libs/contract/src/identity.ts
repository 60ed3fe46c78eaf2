import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { Instant } from './text';
import { LOCALES, type Locale, type Role } from './values';

export class SignIn {
  @IsEmail() @MaxLength(254) email!: string;
  @IsString() @Length(1, 1000) password!: string;
}
export class AskForSignInLink {
  @IsEmail() @MaxLength(254) email!: string;
}
export class UseSignInLink {
  @IsString() @Length(20, 200) token!: string;
}
export class ChangeAccount {
  @IsOptional() @IsString() @Length(1, 200) name?: string;
  @IsOptional() @IsIn(LOCALES) locale?: Locale;
  /** Whether announcements come by mail too. */
  @IsOptional() @IsBoolean() mail?: boolean;
}
export class SetPassword {
  @IsOptional() @IsString() @MaxLength(1000) current?: string;
  @IsString() @Length(12, 1000) password!: string;
}

export interface AccountView {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  admin: boolean;
  hasPassword: boolean;
  /** Whether announcements come by mail too. */
  mail?: boolean;
}
export interface MembershipView {
  id: string;
  cohortId: string;
  cohortName: string;
  programmeSlug: string;
  timeZone: string;
  role: Role;
  state: 'active' | 'ended';
  /** The seat in the ring, of participants only. */
  seat: number | null;
  municipality: string;
}
/** GET /api/me */
export interface MeView {
  account: AccountView;
  memberships: MembershipView[];
}
/** GET /api/sessions */
export interface SessionView {
  id: string;
  current: boolean;
  userAgent: string;
  createdAt: Instant;
  lastSeenAt: Instant;
}
/** POST /api/sign-in-links. In the demo without mail the link is shown. */
export interface SignInLinkAnswer {
  demoLink?: string;
}
/** GET /api/installation: what a stranger's sign-in page needs to know. */
export interface InstallationView {
  demo: boolean;
  demoPeople: { email: string; name: string; role: Role | 'admin' }[];
  programmes: string[];
}
export type IdentityError =
  'sign-in-refused' | 'too-many-attempts' | 'link-spent' | 'not-signed-in' | 'current-password-wrong';
