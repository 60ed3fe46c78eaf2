import type { Membership } from '@opiring/platform/api';

/** Which other systems read or hear of the cohort, whoever answers for it decides. */
export const canManageSystems = (seats: readonly Pick<Membership, 'role'>[]): boolean =>
  seats.some(({ role }) => role === 'program_leader');
