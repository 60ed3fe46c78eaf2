import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { GivenText, PreviewView, ReceiptView } from '@opiring/contract/journal';
import type { ShareState } from '@opiring/contract/journal.values';
import { type Caller, NotFound, type Tx, Work } from '@opiring/platform/api';
import { canPreviewEntry, canSeeReadings, type EntryFacts } from './entry.policy';
import { STANDING } from './entry.queries';
import { givenText, personFrom, type ShareRow, shareView } from './entry.view';
import { RECEIPT } from './share.queries';
import type { Standing } from './standing';
import { PREVIEW } from './version.queries';

interface ReceiptRow extends ShareRow {
  state: ShareState;
  endedAt: Date | null;
  openings: { readerId: string; readAt: string }[];
}

/** A receipt is bounded by people and days; beyond this only the newest are told. */
const SHARES_TOLD = 200;
const OPENINGS_TOLD = 200;

/** What an author sees of giving: what a reader will get, and who got what. */
@Injectable()
export class EntryGivenService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
  ) {}

  preview(caller: Caller, id: string, version?: number): Promise<PreviewView> {
    return this.work.read(caller, async (tx) => {
      await this.assertMine(tx, id, canPreviewEntry);
      const [row] = await tx.manager.query<(GivenText & Omit<PreviewView, 'text'>)[]>(PREVIEW, [
        id,
        tx.viewer.accountId,
        version ?? null,
      ]);
      if (!row) throw new NotFound();
      return { text: givenText(row), words: row.words, folds: row.folds };
    });
  }

  receipt(caller: Caller, id: string): Promise<ReceiptView> {
    return this.work.read(caller, async (tx) => {
      await this.assertMine(tx, id, canSeeReadings);
      const rows = await tx.manager.query<ReceiptRow[]>(RECEIPT, [
        id,
        tx.viewer.accountId,
        SHARES_TOLD,
        OPENINGS_TOLD,
      ]);
      const named = rows.flatMap(({ recipients, openings }) => [
        ...(recipients ?? []),
        ...openings.map(({ readerId }) => readerId),
      ]);
      const people = await this.directory.people(tx, [...new Set(named)]);
      const shares = rows.map((row) => ({
        ...shareView(row, people),
        // What is over grows no older.
        ...(row.state !== 'open' && { staleSince: null }),
        state: row.state,
        endedAt: row.endedAt?.toISOString() ?? null,
        openings: row.openings.map(({ readerId, readAt }) => ({
          reader: personFrom(people, readerId),
          readAt: new Date(readAt).toISOString(),
        })),
      }));
      return { entryId: id, shares };
    });
  }

  private async assertMine(
    tx: Tx,
    id: string,
    may: (viewer: Tx['viewer'], entry: EntryFacts) => boolean,
  ): Promise<void> {
    const [standing] = await tx.manager.query<Standing[]>(STANDING, [id, tx.viewer.accountId]);
    if (!standing || !may(tx.viewer, standing)) throw new NotFound();
  }
}
