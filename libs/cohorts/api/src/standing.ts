import { NotAllowed, NotFound, type Tx } from '@opiring/platform/api';
import type { Standing } from './cohort.policy';

/** The viewer's standing in the cohort. */
export const standingIn = ({ viewer }: Tx, cohortId: string): Standing => ({
  roles: viewer.inCohort(cohortId).map(({ role }) => role),
  admin: viewer.admin,
});

/** Outsiders find nothing; those who may see but not do are told so. */
export function allow(
  standing: Standing,
  maySee: (viewer: Standing) => boolean,
  mayDo: (viewer: Standing) => boolean = maySee,
): void {
  if (!maySee(standing)) throw new NotFound();
  if (!mayDo(standing)) throw new NotAllowed();
}
