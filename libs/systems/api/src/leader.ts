import { type Membership, NotAllowed, NotFound, type Tx } from '@opiring/platform/api';
import { canManageSystems } from './systems.policy';

/** The viewer's seat as program leader; outsiders find nothing, other members are refused. */
export function leaderIn(tx: Tx, cohortId: string): Membership {
  const seats = tx.viewer.inCohort(cohortId);
  if (seats.length === 0) throw new NotFound();
  const leader = tx.viewer.as('program_leader', cohortId);
  if (!leader || !canManageSystems(seats)) throw new NotAllowed();
  return leader;
}
