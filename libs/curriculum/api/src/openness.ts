import type { Tx } from '@opiring/platform/api';

/** Open, not open yet, or agreed with the member not to be asked of them. What is done is open: it may be said again. */
export type Opening = 'open' | 'closed' | 'excused';

/**
 * How an activity stands towards a member. The answer is the one fold's, which asks what lies further right than this context:
 * it is given there, so that nobody judges it a second time.
 */
export abstract class Openness {
  abstract of(tx: Tx, cohortId: string, membershipId: string, activityId: string): Promise<Opening>;
}
