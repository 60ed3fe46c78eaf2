import type { Topic } from '@opiring/contract/live';

/** Who holds a stream open, as they stood when it was opened; a change of that ends the stream. */
export interface Listener {
  sessionId: string;
  accountId: string;
  cohortId: string;
  /** The listener's own active memberships here. */
  own: readonly string[];
  /** Memberships of those they walk with: whom a mentor accompanies, a learning partner. */
  near: readonly string[];
  /** Organizer or program leader: sees everybody's facts. */
  team: boolean;
  /** Program leader: sees who could use a call. */
  leads: boolean;
}

/** Something changed; `of` the membership it concerns, without which it concerns everybody. */
export interface News {
  cohort: string;
  topic: Topic;
  of?: string;
}

/** Who is told of whom, where it is not the team and those who walk with them. */
const apart: Partial<Record<Topic, (listener: Listener, own: boolean, of: string | undefined) => boolean>> = {
  announcements: ({ team }, own, of) => of === undefined || team || own,
  calls: ({ leads }, own) => leads || own,
};

/** What one person did is heard by whoever may see it: the team, the person, those who walk with them; what one is told, by oneself. */
export function hears(listener: Listener, { cohort, topic, of }: News): boolean {
  if (cohort !== listener.cohortId) return false;
  const own = of !== undefined && listener.own.includes(of);
  const alone = apart[topic];
  if (alone) return alone(listener, own, of);
  return of === undefined || listener.team || own || listener.near.includes(of);
}

/** What one's place is was changed: the stream ends, so that the next one is opened by today's rights. */
export const unseats = ({ cohortId, own }: Listener, { cohort, topic, of }: News): boolean =>
  cohort === cohortId && topic === 'people' && of !== undefined && own.includes(of);
