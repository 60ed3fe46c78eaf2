import type { EntryFacts } from './entry.policy';

/** How the viewer stands to an entry they may read: as its author, or through a share. No text. */
export interface Standing extends EntryFacts {
  authorId: string;
  readerId: string | null;
  mentorId: string | null;
  /** The version shared; 0 for the author. */
  version: number;
  /** An offer is invited. */
  offer: boolean;
}
