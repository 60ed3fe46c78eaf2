import type { Membership } from '@opiring/platform/api';

type Seat = Pick<Membership, 'id' | 'role'>;

const holds = (seats: readonly Seat[], role: Membership['role']): boolean =>
  seats.some((seat) => seat.role === role);

/** Whose circles a person sees: everybody's, those of the leaders they accompany, their own. */
export type CirclesSeen = 'all' | 'accompanied' | 'own' | 'none';

/** A program leader follows the cohort; a mentor the leaders entrusted to them; a leader sees their own. */
export function seesCircles(seats: readonly Seat[]): CirclesSeen {
  if (holds(seats, 'program_leader')) return 'all';
  if (holds(seats, 'mentor')) return 'accompanied';
  return holds(seats, 'participant') ? 'own' : 'none';
}

/** A circle is told by the leader who held it. */
export const canRecordCircle = (seats: readonly Seat[]): boolean => holds(seats, 'participant');

/** Corrected and withdrawn by its host alone. */
export const canCorrectCircle = (seats: readonly Seat[], circle: { hostId: string }): boolean =>
  seats.some((seat) => seat.id === circle.hostId);

/** Whether this very circle shows; `accompanied` says that its host is entrusted to the viewer. */
export function canSeeCircle(
  seats: readonly Seat[],
  circle: { hostId: string },
  accompanied: boolean,
): boolean {
  if (canCorrectCircle(seats, circle)) return true;
  const seen = seesCircles(seats);
  return seen === 'all' || (holds(seats, 'mentor') && accompanied);
}

/** The practicum is the two partners' own; what others see of it is in the progress. */
export const canHoldPracticum = (seats: readonly Seat[]): boolean => holds(seats, 'participant');
