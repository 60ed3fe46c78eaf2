import type { Viewer } from '@opiring/platform/api';
import { canListEntries, canWriteEntry } from './entry.policy';

type Seats = Pick<Viewer, 'accountId' | 'memberships'>;

/** An arc is a leader's own; there is no way to ask for somebody else's. */
export const canSeeArc = (viewer: Seats, cohortId: string): boolean => canWriteEntry(viewer, cohortId);

/** The sentence on what moved is said by the leader alone. */
export const canSayWhatMoved = canSeeArc;

/** Whoever sits in the cohort may read together with it; what there is to read, each answer's author has decided. */
export const canReadRing = (viewer: Seats, cohortId: string): boolean => canListEntries(viewer, cohortId);

/** One searches what one may read already, and nothing else. */
export const canSearch = canReadRing;
