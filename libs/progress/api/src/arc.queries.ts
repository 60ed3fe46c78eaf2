import type { Day } from '@opiring/contract/text';

export interface HeldCircleRow {
  id: string;
  heldOn: Day;
  topic: string;
  place: string;
  people: number;
}

/** Circles one held, the oldest first. $1 the membership, $2 how many */
export const HELD_CIRCLES = `SELECT id, held_on::text AS "heldOn", topic, place, people FROM circles
  WHERE host_id = $1 AND withdrawn_at IS NULL ORDER BY held_on, id LIMIT $2`;
