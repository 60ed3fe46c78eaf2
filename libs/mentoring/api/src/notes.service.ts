import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type {
  ConversationSummaryView,
  ConversationView,
  NoteAnchor,
  NoteView,
  PageQuery,
  ReplyView,
  WriteNote,
  WriteReply,
} from '@opiring/contract/mentoring';
import type { Page } from '@opiring/contract/text';
import { type EntryStanding, Journal } from '@opiring/journal/api';
import {
  type Caller,
  type Idempotency,
  NotAllowed,
  NotFound,
  pageOf,
  placeAfter,
  type Tx,
  Work,
} from '@opiring/platform/api';
import { EmptyNote, OfferNotInvited, QuoteNotInText } from './mentoring.errors';
import { canListConversations, canReply, canThank } from './note.policy';
import { CONVERSATIONS, NOTES, ONE, OPEN_CONVERSATION, REPLY, THANK, WRITE } from './note.queries';
import { namedIn, type NoteRow, noteView, replyView } from './note.view';

const NOTES_SHOWN = 500;
const PAGE = 20;

/** The conversation on an entry: notes of the assigned mentor, replies of both, the author's thanks. */
@Injectable()
export class NotesService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly journal: Journal,
  ) {}

  conversation(caller: Caller, entryId: string): Promise<ConversationView> {
    return this.work.read(caller, async (tx) => {
      const standing = await this.standing(tx, entryId);
      const rows = await tx.manager.query<NoteRow[]>(NOTES, [entryId, tx.viewer.accountId, NOTES_SHOWN]);
      const can = { note: standing.mayNote, offer: standing.mayOffer };
      return { entryId, notes: await this.views(tx, rows), can };
    });
  }

  write(caller: Caller, entryId: string, body: WriteNote, once?: Idempotency): Promise<NoteView> {
    return this.work.once(
      caller,
      once,
      (tx) => this.add(tx, entryId, body),
      (tx, id) => this.one(tx, id),
    );
  }

  reply(caller: Caller, noteId: string, body: WriteReply, once?: Idempotency): Promise<ReplyView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        const note = await this.note(tx, noteId);
        const seat = tx.viewer
          .inCohort(note.cohortId)
          .find(({ id }) => id === note.authorId || id === note.byId);
        if (!seat || !canReply(tx.viewer, note)) throw new NotAllowed();
        const [reply] = await tx.manager.query<{ id: string }[]>(REPLY, [
          noteId,
          seat.id,
          filled(body.body),
          body.lang ?? tx.viewer.locale,
          tx.now,
        ]);
        if (!reply) throw new NotFound();
        return reply.id;
      },
      async (tx, id) => {
        const { replies } = await this.note(tx, noteId);
        const reply = replies.find((row) => row.id === id);
        if (!reply) throw new NotFound();
        return replyView(reply, await this.directory.people(tx, [reply.byId]), tx.viewer);
      },
    );
  }

  /** Says thanks, or takes it back. */
  thank(caller: Caller, noteId: string, given: boolean): Promise<NoteView> {
    return this.work.write(caller, async (tx) => {
      const note = await this.note(tx, noteId);
      if (!canThank(tx.viewer, note)) throw new NotAllowed('Thanks are the author’s to give.');
      await tx.manager.query(THANK, [noteId, given ? tx.now : null]);
      return this.one(tx, noteId);
    });
  }

  conversations(caller: Caller, cohortId: string, query: PageQuery): Promise<Page<ConversationSummaryView>> {
    return this.work.read(caller, async (tx) => {
      if (!canListConversations(tx.viewer, cohortId)) throw new NotFound();
      const place = placeAfter(query.after);
      const limit = query.limit ?? PAGE;
      const found = await tx.manager.query<(NoteRow & { entryTitle: string; place: string })[]>(
        CONVERSATIONS,
        [tx.viewer.inCohort(cohortId).map(({ id }) => id), place?.at ?? null, place?.id ?? null, limit + 1],
      );
      const { rows, ...next } = pageOf(found, limit);
      const notes = await this.views(tx, rows);
      const items = rows.flatMap(({ entryId, entryTitle }, index) => {
        const note = notes[index];
        return note ? [{ entryId, entryTitle, note }] : [];
      });
      return { items, ...next };
    });
  }

  private async add(tx: Tx, entryId: string, body: WriteNote): Promise<string> {
    const standing = await this.standing(tx, entryId);
    if (!standing.mayNote) throw new NotAllowed('Only the assigned mentor writes notes.');
    if (body.kind === 'offering' && !standing.mayOffer) throw new OfferNotInvited();
    const anchor = await this.anchor(tx, standing, body.anchor);
    const { cohortId, authorId, accountId, mentorId, version } = standing;
    await tx.manager.query(OPEN_CONVERSATION, [
      entryId,
      cohortId,
      authorId,
      accountId,
      mentorId,
      tx.viewer.accountId,
      tx.now,
    ]);
    const [note] = await tx.manager.query<{ id: string }[]>(WRITE, [
      entryId,
      mentorId,
      cohortId,
      version,
      body.kind,
      anchor && JSON.stringify(anchor),
      filled(body.body),
      body.lang ?? tx.viewer.locale,
      tx.now,
    ]);
    if (!note) throw new NotFound();
    return note.id;
  }

  /** A quoted passage must stand in the version that was shared: a mentor answers what was given, nothing else. */
  private async anchor(tx: Tx, at: EntryStanding, given?: NoteAnchor | null): Promise<NoteAnchor | null> {
    if (!given) return null;
    const occurrence = given.occurrence ?? 0;
    const found = await this.journal.occurrencesIn(tx, at.entryId, at.version, given.quote);
    if (occurrence >= found) throw new QuoteNotInText();
    return { quote: given.quote, occurrence };
  }

  private async standing(tx: Tx, entryId: string): Promise<EntryStanding> {
    const standing = await this.journal.standing(tx, entryId);
    if (!standing) throw new NotFound();
    return standing;
  }

  private async note(tx: Tx, id: string): Promise<NoteRow> {
    const [row] = await tx.manager.query<NoteRow[]>(ONE, [id, tx.viewer.accountId]);
    if (!row) throw new NotFound();
    return row;
  }

  private async one(tx: Tx, id: string): Promise<NoteView> {
    const [view] = await this.views(tx, [await this.note(tx, id)]);
    if (!view) throw new NotFound();
    return view;
  }

  private async views(tx: Tx, rows: NoteRow[]): Promise<NoteView[]> {
    const people = await this.directory.people(tx, namedIn(rows));
    return rows.map((row) => noteView(row, people, tx.viewer));
  }
}

function filled(words: string): string {
  if (words.trim() === '') throw new EmptyNote();
  return words;
}
