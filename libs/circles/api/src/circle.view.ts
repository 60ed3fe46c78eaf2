import type { CircleView } from '@opiring/contract/circles';
import type { Membership } from '@opiring/platform/api';
import { canCorrectCircle } from './circle.policy';
import type { CircleRow } from './circle.queries';

export function circleView(row: CircleRow, seats: readonly Membership[]): CircleView {
  const mine = canCorrectCircle(seats, { hostId: row.host.membershipId });
  return {
    id: row.id,
    host: row.host,
    mine,
    heldOn: row.heldOn,
    place: row.place,
    topic: row.topic,
    people: row.people,
    missingVoices: row.missingVoices,
    revision: row.revision,
    can: { edit: mine, withdraw: mine },
  };
}
