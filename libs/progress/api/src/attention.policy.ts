import type { Membership } from '@opiring/platform/api';

type Seat = Pick<Membership, 'id' | 'role'>;
const sits = (seats: readonly Seat[], ...roles: Membership['role'][]): boolean =>
  seats.some(({ role }) => roles.includes(role));

/** Who could use a call is for whoever answers for the cohort; that a text was shared, an organizer does not hear. */
export const canSeeCalls = (seats: readonly Seat[]): boolean => sits(seats, 'program_leader');

/** By what the list is made up, those who lead and those who design read and change. */
export const canSetCallRules = (seats: readonly Seat[]): boolean =>
  sits(seats, 'program_leader', 'organizer');

/** Asking for a call is a participant's own. */
export const canAskForCall = (seats: readonly Seat[]): boolean => sits(seats, 'participant');
