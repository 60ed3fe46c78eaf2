import type { Locale, Role } from '@opiring/contract/values';

/** One seat of an account in a cohort. */
export interface Membership {
  id: string;
  cohortId: string;
  role: Role;
  seat: number | null;
  state: 'active' | 'ended';
}

/** Who asks: the account, and where it sits. Read with the session in one statement. */
export class Viewer {
  constructor(
    readonly sessionId: string,
    readonly accountId: string,
    readonly email: string,
    readonly name: string,
    readonly locale: Locale,
    readonly admin: boolean,
    readonly memberships: readonly Membership[],
  ) {}

  /** The viewer's active memberships in the cohort; empty for outsiders. */
  inCohort(cohortId: string): Membership[] {
    return this.memberships.filter((seat) => seat.cohortId === cohortId && seat.state === 'active');
  }

  /** The viewer's active membership with this role, or nothing. */
  as(role: Role, cohortId: string): Membership | undefined {
    return this.inCohort(cohortId).find((seat) => seat.role === role);
  }
}
