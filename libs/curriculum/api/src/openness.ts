import type { Tx } from '@opiring/platform/api';

/**
 * Whether an activity is open to a member. The answer is the one fold's, which asks what lies further right than this context:
 * it is given there, so that nobody judges it a second time.
 */
export abstract class Openness {
  /** What is done counts as open: it may be said again. */
  abstract isOpen(tx: Tx, cohortId: string, membershipId: string, activityId: string): Promise<boolean>;
}
