import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type {
  ChangeEntry,
  CreateEntry,
  EntriesQuery,
  EntrySummaryView,
  EntryView,
} from '@opiring/contract/journal';
import type { Page } from '@opiring/contract/text';
import { ActivityFacts } from '@opiring/curriculum/api';
import {
  type Caller,
  type Idempotency,
  lastly,
  NotAllowed,
  NotFound,
  pageOf,
  placeAfter,
  prepared,
  Stale,
  type Tx,
  Work,
} from '@opiring/platform/api';
import { documentFrom } from './document';
import { Entry } from './entry.entity';
import { canDeleteEntry, canListEntries, canReadEntry, canWriteEntry } from './entry.policy';
import { MINE, OWN, READ, WITH_ME } from './entry.queries';
import { holdOwn, holdToChange, keep, saveText } from './entry.store';
import { type EntryRow, entryView, namedIn, type SummaryRow, summaryView } from './entry.view';
import { Occasions } from './occasions';

const PAGE = 30;

/** Writing, finding, changing and taking away entries. */
@Injectable()
export class EntriesService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly occasions: Occasions,
    private readonly facts: ActivityFacts,
  ) {}

  create(caller: Caller, cohortId: string, body: CreateEntry, once?: Idempotency): Promise<EntryView> {
    return this.work.once(
      caller,
      once,
      (tx) => this.begin(tx, cohortId, body),
      (tx, id) => this.own(tx, id),
    );
  }

  list(caller: Caller, cohortId: string, query: EntriesQuery): Promise<Page<EntrySummaryView>> {
    return this.work.read(caller, async (tx) => {
      if (!canListEntries(tx.viewer, cohortId)) throw new NotFound();
      const place = placeAfter(query.after);
      const limit = query.limit ?? PAGE;
      const found = await tx.manager.query<SummaryRow[]>(query.shared ? WITH_ME : MINE, [
        tx.viewer.inCohort(cohortId).map(({ id }) => id),
        query.activityId ?? null,
        query.questionId ?? null,
        place?.at ?? null,
        place?.id ?? null,
        limit + 1,
      ]);
      const { rows, ...next } = pageOf(found, limit);
      const people = await this.directory.people(
        tx,
        rows.map(({ authorId }) => authorId),
      );
      return { items: rows.map((row) => summaryView(row, people)), ...next };
    });
  }

  /** The author's own text, or the version somebody was given; the latter leaves a reading in the author's receipt. */
  read(caller: Caller, id: string): Promise<EntryView> {
    return this.work.write(caller, async (tx) => {
      const [found] = await prepared<{ own: EntryRow | null; given: EntryRow | null }>(
        tx,
        'journal-read',
        READ,
        [id, tx.viewer.accountId, tx.now],
      );
      const row = found?.own ?? found?.given;
      if (!row || !canReadEntry(tx.viewer, row)) throw new NotFound();
      return lastly(tx, () => this.view(tx, row));
    });
  }

  /**
   * Saves over the revision the author saw. Of two texts written apart both are kept as versions, and that is committed
   * before the refusal goes out: whichever the author takes, neither is lost.
   */
  async change(caller: Caller, id: string, change: ChangeEntry, revision: number): Promise<EntryView> {
    const { view, stale } = await this.work.write(caller, async (tx) => {
      const held = await holdToChange(tx, id, () => new NotAllowed());
      const text = held.entry.textWith(change);
      const meeting = held.entry.meets(change, text, revision);
      if (meeting === 'fresh') {
        held.entry.write(text, tx.now, change.writeId);
        await saveText(tx, held);
      } else if (meeting === 'apart') {
        await keep(tx, held, 'conflict');
        held.row.version = await keep(tx, held, 'conflict', text);
      }
      return { view: await lastly(tx, () => this.view(tx, held.row)), stale: meeting === 'apart' };
    });
    if (stale) throw new Stale(view);
    return view;
  }

  /** Takes the text, its versions, shares and conversations away for good. What was done stays done, as a date. */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.work.write(caller, async (tx) => {
      const { entry } = await holdOwn(tx, id);
      if (!canDeleteEntry(tx.viewer, entry)) throw new NotFound();
      await tx.manager.delete(Entry, { id: entry.id });
      if (!entry.activityId) return;
      const rest = await tx.manager.countBy(Entry, {
        authorId: entry.authorId,
        activityId: entry.activityId,
      });
      if (rest === 0) await this.facts.undoBegin(tx, entry.authorId, entry.activityId);
    });
  }

  private async begin(tx: Tx, cohortId: string, body: CreateEntry): Promise<string> {
    if (!canListEntries(tx.viewer, cohortId)) throw new NotFound();
    const seat = tx.viewer.as('participant', cohortId);
    if (!seat || !canWriteEntry(tx.viewer, cohortId)) throw new NotAllowed('Participants write entries.');
    const document = documentFrom(body.body);
    const occasion = await this.occasions.of(tx, cohortId, seat.id, body);
    const entry = tx.manager.create(Entry, {
      ...occasion,
      cohortId,
      authorId: seat.id,
      accountId: tx.viewer.accountId,
      title: body.title ?? '',
      lang: body.lang ?? tx.viewer.locale,
      createdAt: tx.now,
      updatedAt: tx.now,
    });
    entry.body = document;
    await tx.manager.save(entry);
    if (entry.activityId) await this.facts.begin(tx, seat.id, entry.activityId);
    return entry.id;
  }

  private async own(tx: Tx, id: string): Promise<EntryView> {
    const [row] = await tx.manager.query<EntryRow[]>(OWN, [id, tx.viewer.accountId]);
    if (!row) throw new NotFound();
    return this.view(tx, row);
  }

  private async view(tx: Tx, row: EntryRow): Promise<EntryView> {
    return entryView(row, await this.directory.people(tx, namedIn(row)), tx.viewer);
  }
}
