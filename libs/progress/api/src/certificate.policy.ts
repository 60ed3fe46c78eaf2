import type { Membership } from '@opiring/platform/api';

type Seat = Pick<Membership, 'id' | 'role'>;

const sits = (seats: readonly Seat[], ...roles: Membership['role'][]): boolean =>
  seats.some(({ role }) => roles.includes(role));

/** The rule is no secret among those who take part: everybody may read what completes the way. */
export const canSeeRule = (seats: readonly Seat[]): boolean => seats.length > 0;

/** Organizers design the programme, program leaders answer for the cohort. */
export const canChangeRule = (seats: readonly Seat[]): boolean => sits(seats, 'organizer', 'program_leader');

/** Who would receive what, and issuing it: facts about each leader, for the program leader alone. */
export const canIssue = (seats: readonly Seat[]): boolean => sits(seats, 'program_leader');

/** A paper is its holder's, and the program leader's who answers for it; once issued it stays theirs when the cohort is over. */
export const canReadCertificate = (
  viewer: { accountId: string; inCohort(cohortId: string): readonly Seat[] },
  certificate: { accountId: string; cohortId: string },
): boolean => viewer.accountId === certificate.accountId || canIssue(viewer.inCohort(certificate.cohortId));

/** What a paper shows to strangers, its holder alone decides. */
export const isHolder = (viewer: { accountId: string }, certificate: { accountId: string }): boolean =>
  viewer.accountId === certificate.accountId;
