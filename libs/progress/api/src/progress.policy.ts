import type { Membership } from '@opiring/platform/api';

export type Seat = Pick<Membership, 'id' | 'role'>;

const seatAs = (seats: readonly Seat[], role: Membership['role']): Seat | undefined =>
  seats.find((seat) => seat.role === role);

/** The journey is a participant's own. */
export const canSeeJourney = (seats: readonly Seat[]): boolean => seatAs(seats, 'participant') !== undefined;

/** Whose rows of the matrix a person sees: the cohort's, those of the leaders they accompany, none. */
export type MatrixSeen =
  { readonly of: 'cohort' } | { readonly of: 'mentor'; readonly mentorId: string } | undefined;

/** A program leader sees all, a mentor the leaders entrusted to them; who has answered what is not an organizer's to read. */
export function seesMatrix(seats: readonly Seat[]): MatrixSeen {
  if (seatAs(seats, 'program_leader')) return { of: 'cohort' };
  const mentor = seatAs(seats, 'mentor');
  return mentor && { of: 'mentor', mentorId: mentor.id };
}

/** A leader's own page: the leader, their mentor of today, the program leader. All three read the same. */
export const canSeeMember = (
  seats: readonly Seat[],
  member: { membershipId: string; mentorId: string | null },
): boolean =>
  seats.some(
    (seat) =>
      seat.role === 'program_leader' ||
      (seat.role === 'mentor' && seat.id === member.mentorId) ||
      (seat.role === 'participant' && seat.id === member.membershipId),
  );

/** What the cohort's funder is told, whoever answers for the cohort tells. */
export const canReport = (seats: readonly Seat[]): boolean => seatAs(seats, 'program_leader') !== undefined;

/** Telling the cohort, or those who miss something. */
export const canAnnounceHere = (seats: readonly Seat[]): boolean =>
  seats.some(({ role }) => role === 'organizer' || role === 'program_leader');

/** Everything agreed with leaders beside the curriculum: who agrees it. */
export const canListExceptions = canAnnounceHere;

/** Why something was agreed: who agrees such things, and whom it is about. A mentor sees only that it holds. */
export const readsReasons = (seats: readonly Seat[], membershipId: string): boolean =>
  canListExceptions(seats) || seats.some(({ role, id }) => role === 'participant' && id === membershipId);

/** Looking at a journey nobody goes, the draft's too: whoever sees drafts. */
export const canViewAs = canAnnounceHere;

/** The seats from which a cohort is led today: only those cohorts stand beside one another. */
export const leads = <S extends Pick<Membership, 'role' | 'state'>>(seats: readonly S[]): S[] =>
  seats.filter(({ role, state }) => role === 'program_leader' && state === 'active');
