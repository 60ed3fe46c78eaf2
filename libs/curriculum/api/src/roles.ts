import { NotAllowed, NotFound, type Tx } from '@opiring/platform/api';
import { canSeeCurriculum, type Roles } from './curriculum.policy';

export const rolesIn = ({ viewer }: Tx, cohortId: string): Roles =>
  viewer.inCohort(cohortId).map(({ role }) => role);

/** Outsiders find nothing; members who may not do it are told so. */
export function allow(tx: Tx, cohortId: string, may: (roles: Roles) => boolean): void {
  const roles = rolesIn(tx, cohortId);
  if (!canSeeCurriculum(roles)) throw new NotFound();
  if (!may(roles)) throw new NotAllowed();
}
