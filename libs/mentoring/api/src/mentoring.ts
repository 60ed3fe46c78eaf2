import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { NoteView } from '@opiring/contract/mentoring';
import type { Tx } from '@opiring/platform/api';
import { HELD_ON, LATEST_TO } from './note.queries';
import { namedIn, type NoteRow, noteView } from './note.view';

/** A conversation on a text of one's own: with whom, on what, how many notes. */
export interface ConversationHeld {
  mentorId: string;
  entryId: string;
  notes: number;
}

/** The front door: what a member was answered last. */
@Injectable()
export class Mentoring {
  constructor(private readonly directory: CohortDirectory) {}

  /** The conversations on this member's texts, who must be the viewer. */
  conversationsOn(tx: Tx, membershipId: string): Promise<ConversationHeld[]> {
    return tx.manager.query(HELD_ON, [membershipId, tx.viewer.accountId]);
  }

  /** The newest note on an entry of this member's, who must be the viewer; null where there is none. */
  async latestNoteTo(tx: Tx, membershipId: string): Promise<{ entryId: string; note: NoteView } | null> {
    const [row] = await tx.manager.query<NoteRow[]>(LATEST_TO, [membershipId, tx.viewer.accountId]);
    if (!row) return null;
    const people = await this.directory.people(tx, namedIn([row]));
    return { entryId: row.entryId, note: noteView(row, people, tx.viewer) };
  }
}
