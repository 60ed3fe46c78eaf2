import type { Membership } from '@opiring/platform/api';

type Seat = Pick<Membership, 'role'>;

/** The whole cohort sees how safe it was to speak, the same figures for everybody. */
export const seesPulse = (seats: readonly Seat[]): boolean => seats.length > 0;

/** Those who take part answer. */
export const canAnswerPulse = (seats: readonly Seat[]): boolean =>
  seats.some(({ role }) => role === 'participant');
