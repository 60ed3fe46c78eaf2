import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type {
  ExportedEntry,
  ExportedNote,
  ExportedVersion,
  JournalExport,
} from '@opiring/contract/journal-export';
import type { Locale } from '@opiring/contract/values';
import { type OwnPage, OwnPages } from '@opiring/journal/api';
import { type Caller, type Tx, Work } from '@opiring/platform/api';
import { NOTES_TO } from './note.queries';
import { namedIn, type NoteRow, noteView } from './note.view';

/** A journal on its way out: what stands at its head, and its entries as they come. */
export interface OutgoingJournal {
  head: Omit<JournalExport, 'entries'>;
  /** The language of the headings. */
  locale: Locale;
  entries: AsyncIterable<Omit<ExportedEntry, 'versions'>>;
  /** The texts kept of one entry, as they come. */
  versions: (entryId: string) => AsyncIterable<ExportedVersion>;
}

const PAGE = 10;

/**
 * One's own journal with the conversations on it. Each page is a transaction of its own that asks anew whose session this is: a slow
 * reader holds nothing, and a session that ends ends the file.
 */
@Injectable()
export class JournalExportService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly pages: OwnPages,
  ) {}

  open(caller: Caller, question?: string): Promise<OutgoingJournal> {
    return this.work.read(caller, async (tx) => ({
      head: {
        format: 'opiring-journal',
        version: 1,
        exportedAt: tx.now.toISOString(),
        author: { name: tx.viewer.name, email: tx.viewer.email },
        moved: await this.pages.moved(tx, question),
      },
      locale: tx.viewer.locale,
      entries: this.entries(caller, question),
      versions: (entryId) => this.versions(caller, entryId),
    }));
  }

  private async *entries(caller: Caller, question?: string): AsyncGenerator<Omit<ExportedEntry, 'versions'>> {
    let last: OwnPage | undefined;
    do {
      const after = last;
      const page = await this.work.read(caller, async (tx) => {
        const rows = await this.pages.page(tx, question, after, PAGE);
        const notes = await this.notesTo(
          tx,
          rows.map(({ id }) => id),
        );
        return rows.map((row) => ({ row, conversation: notes.get(row.id) ?? [] }));
      });
      for (const { row, conversation } of page) {
        const { place: _, ...entry } = row;
        yield { ...entry, conversation };
      }
      last = page.length === PAGE ? page.at(-1)?.row : undefined;
    } while (last);
  }

  private async *versions(caller: Caller, entryId: string): AsyncGenerator<ExportedVersion> {
    let after = 0;
    for (;;) {
      const seen = after;
      const page = await this.work.read(caller, (tx) => this.pages.versions(tx, entryId, seen, PAGE));
      yield* page;
      const last = page.at(-1);
      if (page.length < PAGE || !last) return;
      after = last.number;
    }
  }

  private async notesTo(tx: Tx, entryIds: string[]): Promise<Map<string, ExportedNote[]>> {
    const rows = await tx.manager.query<NoteRow[]>(NOTES_TO, [entryIds, tx.viewer.accountId]);
    const people = await this.directory.people(tx, namedIn(rows));
    const notes = new Map<string, ExportedNote[]>();
    for (const row of rows) {
      const note = noteView(row, people, tx.viewer);
      const told = {
        kind: note.kind,
        by: note.by.name,
        quote: note.anchor?.quote ?? null,
        body: note.body,
        lang: note.lang,
        createdAt: note.createdAt,
        thankedAt: note.thankedAt,
        replies: note.replies.map(({ by, mine, body, lang, createdAt }) => ({
          by: by.name,
          mine,
          body,
          lang,
          createdAt,
        })),
      };
      notes.set(row.entryId, [...(notes.get(row.entryId) ?? []), told]);
    }
    return notes;
  }
}
