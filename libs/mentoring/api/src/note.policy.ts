import type { Viewer } from '@opiring/platform/api';

/** A note as the rules see it: the two who converse, and where. */
export interface NoteFacts {
  cohortId: string;
  /** The entry's author. */
  accountId: string;
  mentorAccountId: string;
}

type Seats = Pick<Viewer, 'accountId' | 'memberships'>;

const sits = (viewer: Seats, cohortId: string, role?: string): boolean =>
  viewer.memberships.some(
    (seat) =>
      seat.cohortId === cohortId && seat.state === 'active' && (role === undefined || seat.role === role),
  );

/** The desk is a mentor's. */
export const canSeeDesk = (viewer: Seats, cohortId: string): boolean => sits(viewer, cohortId, 'mentor');

/** Everybody in the cohort may ask for the notes to them and by them; there may be none. */
export const canListConversations = (viewer: Seats, cohortId: string): boolean => sits(viewer, cohortId);

/** Only the two read a conversation. */
export const canReadNote = (viewer: Seats, note: NoteFacts): boolean =>
  viewer.accountId === note.accountId || viewer.accountId === note.mentorAccountId;

/** Both answer, while they are in the cohort. */
export const canReply = (viewer: Seats, note: NoteFacts): boolean =>
  canReadNote(viewer, note) && sits(viewer, note.cohortId);

/** Thanks are the author's to give and to take back; there is no count of them. */
export const canThank = (viewer: Seats, note: NoteFacts): boolean =>
  viewer.accountId === note.accountId &&
  viewer.accountId !== note.mentorAccountId &&
  sits(viewer, note.cohortId);
