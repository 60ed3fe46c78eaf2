import type { AttendanceState, PersonView } from './cohorts';
import type { Audience } from './journal.values';
import type { ExceptionView } from './exceptions';
import type { MemberProgressView, ProgressMatrixView } from './progress';
import type { Day, Instant } from './text';

export const MIRROR_ROLES = ['mentor', 'partner', 'cohort', 'organizer', 'program_leader'] as const;
/** `mentor`: accompanies me today. `partner`: my learning partner. `cohort`: the other leaders and mentors. */
export type MirrorRole = (typeof MIRROR_ROLES)[number];

/** One of my texts that somebody of this role may open now. */
export interface MirrorEntryView {
  entryId: string;
  /** The title and the version they see, not what I wrote since. */
  title: string;
  version: number;
  audience: Audience;
  sharedAt: Instant;
  expiresAt: Instant | null;
  /** Who of this role; a share names people on the day it is given. */
  readers: PersonView[];
}
/** A conversation on my text that this mentor is in. */
export interface MirrorConversationView {
  entryId: string;
  title: string;
  notes: number;
  with: PersonView;
}
export interface MirrorCircleView {
  heldOn: Day;
  place: string;
  topic: string;
  people: number;
}
export interface MirrorRoleView {
  role: MirrorRole;
  /** Who it is today; empty where there is nobody. */
  people: PersonView[];
  entries: MirrorEntryView[];
  conversations: MirrorConversationView[];
  /** My row in the cohort's table; null where this role sees none. */
  row: ProgressMatrixView['members'][number] | null;
  /** Meeting by meeting whether I was there; null where this role sees only its own. */
  attendance: (AttendanceState | null)[] | null;
  /** My own page of standing, days and deeds; null where this role cannot open it. */
  standing: MemberProgressView | null;
  /** My e-mail address, where this role sees it; else null. */
  address: string | null;
  /** The practicum the two of us told; only a learning partner sees its topic. */
  practicum: { heldOn: Day; topic: string } | null;
  /** What was agreed with me, where this role sees it on a page of its own; a mentor reads no reasons. */
  exceptions: ExceptionView[];
  /** Circles I told; null where this role sees none of mine. */
  circles: MirrorCircleView[] | null;
}
/** GET /api/cohorts/:cohortId/mirror: what others see of me now, role by role; participants only, each their own. */
export interface MirrorView {
  cohortId: string;
  /** What everybody in the cohort sees of me. */
  me: PersonView;
  /** How each meeting stands, in the order of everybody's `attendance`. */
  meetings: ProgressMatrixView['meetings'][number]['state'][];
  roles: MirrorRoleView[];
}
