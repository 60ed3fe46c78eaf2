import type { Membership } from '@opiring/platform/api';

type Seat = Pick<Membership, 'role'>;

/** The shelf stands open to everybody in the cohort. */
export const canReadShelf = (seats: readonly Seat[]): boolean => seats.length > 0;

/** Whoever the principles bind accepts them for themselves. */
export const canAcceptPrinciples = (seats: readonly Seat[]): boolean => seats.length > 0;

/** Whoever is in a story says yes or no to it, also after they have left the cohort. */
export const canAnswerForMyself = (place: { readonly accountId: string }, accountId: string): boolean =>
  place.accountId === accountId;

/** Addresses of strangers are the organizer's alone, who has a use for them. */
export const canSeeInterests = (seats: readonly Seat[]): boolean =>
  seats.some(({ role }) => role === 'organizer');

/** The public page is written by who organizes one of its cohorts, and by who founded the programme. */
export const canWritePage = ({ admin }: { readonly admin: boolean }, seats: readonly Seat[]): boolean =>
  admin || canRewordHere(seats);

/** Who stands behind a programme is no secret among those in it, its page published or not. */
export const canSeePartners = (viewer: { readonly admin: boolean }, seats: readonly Seat[]): boolean =>
  viewer.admin || seats.length > 0;

/** The shelf's files are there for everybody in the programme; who only keeps it finds them too. */
export const canSeeShelf = (viewer: { readonly admin: boolean }, seats: readonly Seat[]): boolean =>
  viewer.admin || canReadShelf(seats);

/** The questions' words are the organizer's: answers hang on them. */
export const canRewordHere = (seats: readonly Seat[]): boolean =>
  seats.some(({ role }) => role === 'organizer');
