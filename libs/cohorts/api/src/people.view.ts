import type { MemberView } from '@opiring/contract/cohorts';
import type { Day } from '@opiring/contract/text';
import { canAssign, canInvite, type Standing } from './cohort.policy';
import { personOf } from './people';

/** A member with all that is known of them. */
export interface MemberRow extends MemberView {
  email: string;
  ended: boolean;
  mentorId: string | null;
  partnerId: string | null;
  pairId: string | null;
  pausedUntil: Day | null;
}

/** Address and state for those who take people in; who walks with whom, for those who arrange it. */
export function memberView(row: MemberRow, viewer: Standing): MemberView {
  const { email, ended, mentorId, partnerId, pairId, pausedUntil } = row;
  return {
    ...personOf(row),
    ...(canInvite(viewer) && { email, ended }),
    ...(canAssign(viewer) && { mentorId, partnerId, pairId, pausedUntil }),
  };
}
