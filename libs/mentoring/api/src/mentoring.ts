import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { NoteView } from '@opiring/contract/mentoring';
import type { Tx } from '@opiring/platform/api';
import { LATEST_TO } from './note.queries';
import { namedIn, type NoteRow, noteView } from './note.view';

/** The front door: what a member was answered last. */
@Injectable()
export class Mentoring {
  constructor(private readonly directory: CohortDirectory) {}

  /** The newest note on an entry of this member's, who must be the viewer; null where there is none. */
  async latestNoteTo(tx: Tx, membershipId: string): Promise<{ entryId: string; note: NoteView } | null> {
    const [row] = await tx.manager.query<NoteRow[]>(LATEST_TO, [membershipId, tx.viewer.accountId]);
    if (!row) return null;
    const people = await this.directory.people(tx, namedIn([row]));
    return { entryId: row.entryId, note: noteView(row, people, tx.viewer) };
  }
}
