import type { Membership } from '@opiring/platform/api';

type Seat = Pick<Membership, 'role'>;

/** The shelf stands open to everybody in the cohort. */
export const canReadShelf = (seats: readonly Seat[]): boolean => seats.length > 0;

/** Whoever the principles bind accepts them for themselves. */
export const canAcceptPrinciples = (seats: readonly Seat[]): boolean => seats.length > 0;

/** Addresses of strangers are the organizer's alone, who has a use for them. */
export const canSeeInterests = (seats: readonly Seat[]): boolean =>
  seats.some(({ role }) => role === 'organizer');
