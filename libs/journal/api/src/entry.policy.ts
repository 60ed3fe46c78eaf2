import type { EntryAbilities } from '@opiring/contract/journal';
import type { Viewer } from '@opiring/platform/api';

/** What the rules need to know of an entry: whose it is, and through which seat the viewer was given to read it, if at all. */
export interface EntryFacts {
  cohortId: string;
  accountId: string;
  /** The membership named by a share that is open now. */
  readerId?: string | null | undefined;
  /** The viewer's membership as the author's assigned mentor today. */
  mentorId?: string | null | undefined;
  /** A share that is open to the viewer invites an offer. */
  offer?: boolean | null | undefined;
}

type Seats = Pick<Viewer, 'accountId' | 'memberships'>;

const sits = (viewer: Seats, cohortId: string, role?: string): boolean =>
  viewer.memberships.some(
    (seat) =>
      seat.cohortId === cohortId && seat.state === 'active' && (role === undefined || seat.role === role),
  );

/** Whoever sits in the cohort has a list: their own texts, and what was shared with them. */
export const canListEntries = (viewer: Seats, cohortId: string): boolean => sits(viewer, cohortId);

/** Participants write; nobody writes for another. */
export const canWriteEntry = (viewer: Seats, cohortId: string): boolean =>
  sits(viewer, cohortId, 'participant');

export const isAuthor = (viewer: Seats, entry: EntryFacts): boolean => viewer.accountId === entry.accountId;

/** The author always; somebody else only through a share that names them. No role opens a text. */
export const canReadEntry = (viewer: Seats, entry: EntryFacts): boolean =>
  isAuthor(viewer, entry) ||
  viewer.memberships.some((seat) => seat.id === entry.readerId && seat.state === 'active');

/** Changed, finished and restored by its author while in the cohort. */
export const canChangeEntry = (viewer: Seats, entry: EntryFacts): boolean =>
  isAuthor(viewer, entry) && canWriteEntry(viewer, entry.cohortId);

export const canShareEntry = canChangeEntry;

/** One's own text can be taken away at any time, after the cohort too; so can a share. */
export const canDeleteEntry = isAuthor;
export const canRevokeShare = isAuthor;
export const canSeeVersions = isAuthor;
export const canPreviewEntry = isAuthor;

/** The receipt is the author's alone. */
export const canSeeReadings = isAuthor;

/** Only the assigned mentor answers, and only what they were given to read. */
export const canNoteEntry = (viewer: Seats, entry: EntryFacts): boolean =>
  !isAuthor(viewer, entry) &&
  canReadEntry(viewer, entry) &&
  viewer.memberships.some(
    (seat) => seat.id === entry.mentorId && seat.role === 'mentor' && seat.state === 'active',
  );

/** Advice only where the author asked for it. */
export const canOffer = (viewer: Seats, entry: EntryFacts): boolean =>
  canNoteEntry(viewer, entry) && entry.offer === true;

export const entryAbilities = (viewer: Seats, entry: EntryFacts): EntryAbilities => ({
  edit: canChangeEntry(viewer, entry),
  share: canShareEntry(viewer, entry),
  delete: canDeleteEntry(viewer, entry),
  note: canNoteEntry(viewer, entry),
  seeReadings: canSeeReadings(viewer, entry),
});
