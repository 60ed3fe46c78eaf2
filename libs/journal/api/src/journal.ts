import { Injectable } from '@nestjs/common';
import type { DocumentNode } from '@opiring/contract/journal';
import type { Moment } from '@opiring/contract/values';
import type { Tx } from '@opiring/platform/api';
import { canNoteEntry, canOffer, canReadEntry, isAuthor } from './entry.policy';
import { STANDING } from './entry.queries';
import { occurrences, plainText } from './plain-text';
import type { Standing } from './standing';

/** One own answer to a guiding question at a moment; dates only. */
export interface Answer {
  entryId: string;
  questionId: string;
  moment: Moment;
  at: Date;
  doneAt: Date | null;
}
/** A reader's view of what they may do with an entry beside reading it. */
export interface EntryStanding {
  entryId: string;
  cohortId: string;
  authorId: string;
  accountId: string;
  mine: boolean;
  mayNote: boolean;
  /** The author invited a note of kind `offering`. */
  mayOffer: boolean;
  mentorId: string | null;
  /** The version the viewer was given; 0 for the author. */
  version: number;
}

const BY_ACTIVITY = `SELECT DISTINCT ON (activity_id) activity_id AS "activityId", id FROM entries
  WHERE author_id = $1 AND activity_id IS NOT NULL ORDER BY activity_id, done_at IS NULL, created_at DESC`;
const ANSWERS = `SELECT DISTINCT ON (question_id, moment) id AS "entryId", question_id AS "questionId", moment, updated_at AS at,
    done_at AS "doneAt" FROM entries
  WHERE author_id = $1 AND question_id IS NOT NULL AND moment IS NOT NULL
  ORDER BY question_id, moment, done_at IS NULL, created_at DESC`;
const TEXT = `SELECT body FROM entry_versions WHERE entry_id = $1 AND number = $2`;

/** The front door. Row-level security stands behind every question: only the author's own session finds their entries. */
@Injectable()
export class Journal {
  /** The member's own entry for each activity. */
  async entryIdsByActivity(tx: Tx, membershipId: string): Promise<Map<string, string>> {
    const rows = await tx.manager.query<{ activityId: string; id: string }[]>(BY_ACTIVITY, [membershipId]);
    return new Map(rows.map(({ activityId, id }) => [activityId, id]));
  }

  /** The member's own answers to the guiding questions. */
  answers(tx: Tx, membershipId: string): Promise<Answer[]> {
    return tx.manager.query(ANSWERS, [membershipId]);
  }

  /** How the viewer stands to the entry; null where it is nothing to them. */
  async standing(tx: Tx, entryId: string): Promise<EntryStanding | null> {
    const [row] = await tx.manager.query<Standing[]>(STANDING, [entryId, tx.viewer.accountId]);
    if (!row || !canReadEntry(tx.viewer, row)) return null;
    return {
      entryId,
      cohortId: row.cohortId,
      authorId: row.authorId,
      accountId: row.accountId,
      mine: isAuthor(tx.viewer, row),
      mayNote: canNoteEntry(tx.viewer, row),
      mayOffer: canOffer(tx.viewer, row),
      mentorId: row.mentorId,
      version: row.version,
    };
  }

  /** How often the quoted words stand in a version the viewer may read. */
  async occurrencesIn(tx: Tx, entryId: string, version: number, quote: string): Promise<number> {
    const [row] = await tx.manager.query<{ body: DocumentNode }[]>(TEXT, [entryId, version]);
    return row ? occurrences(plainText(row.body), quote) : 0;
  }
}
