import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type {
  EntryView,
  KeepText,
  ResolveConflict,
  VersionSummaryView,
  VersionView,
} from '@opiring/contract/journal';
import { MAX_PAGE } from '@opiring/contract/journal.values';
import type { Page } from '@opiring/contract/text';
import { ActivityFacts } from '@opiring/curriculum/api';
import {
  type Caller,
  type Idempotency,
  NotAllowed,
  NotFound,
  Stale,
  type Tx,
  Work,
} from '@opiring/platform/api';
import { documentFrom, joined } from './document';
import { OWN } from './entry.queries';
import { holdToChange, keep, saveText } from './entry.store';
import { type EntryRow, entryView, namedIn } from './entry.view';
import { UnknownVersion } from './journal.errors';
import { KEPT, VERSION, VERSION_ID, VERSIONS } from './version.queries';

type Row<T> = Omit<T, 'createdAt'> & { createdAt: Date };

/** *Valmis*, and the texts kept on the way. */
@Injectable()
export class EntryVersionsService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly facts: ActivityFacts,
  ) {}

  /** The author says *Valmis*: the text is kept as it stands, and what it was written for is done, private or shared. */
  finish(caller: Caller, id: string): Promise<EntryView> {
    return this.work.write(caller, async (tx) => {
      const held = await holdToChange(tx, id, () => new NotAllowed());
      const { activityId, authorId } = held.entry;
      held.entry.finish(activityId ? await this.facts.done(tx, authorId, activityId) : tx.now);
      await saveText(tx, held);
      await keep(tx, held, 'done');
      return this.view(tx, held.row);
    });
  }

  list(caller: Caller, id: string, before?: number): Promise<Page<VersionSummaryView>> {
    return this.work.read(caller, async (tx) => {
      const own = await this.own(tx, id);
      const rows = await tx.manager.query<Row<VersionSummaryView>[]>(VERSIONS, [
        own.id,
        tx.viewer.accountId,
        before ?? null,
        MAX_PAGE + 1,
      ]);
      const items = rows
        .slice(0, MAX_PAGE)
        .map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
      const last = items.at(-1);
      return rows.length > MAX_PAGE && last ? { items, next: String(last.number) } : { items };
    });
  }

  one(caller: Caller, id: string, number: number): Promise<VersionView> {
    return this.work.read(caller, async (tx) => {
      const row = await this.version(tx, id, number);
      if (!row) throw new NotFound();
      return { ...row, createdAt: row.createdAt.toISOString() };
    });
  }

  /** An earlier text becomes the current one again, as a new save; what stood until now is kept first. */
  restore(caller: Caller, id: string, number: number, once?: Idempotency): Promise<EntryView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        const held = await holdToChange(tx, id, () => new NotAllowed());
        const version = await this.version(tx, id, number);
        if (!version) throw new UnknownVersion();
        await keep(tx, held, 'restore');
        held.entry.write(version, tx.now);
        await saveText(tx, held);
        await keep(tx, held, 'restore');
        return id;
      },
      async (tx) => this.view(tx, await this.own(tx, id)),
    );
  }

  /** A text that lost and has no other place stands among the versions; the entry stays as it is. */
  keepText(
    caller: Caller,
    id: string,
    { title, body, lang }: KeepText,
    once?: Idempotency,
  ): Promise<VersionSummaryView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        const held = await holdToChange(tx, id, () => new NotAllowed());
        const { entry } = held;
        const text = { title: title ?? entry.title, body: documentFrom(body), lang: lang ?? entry.lang };
        const number = await keep(tx, held, 'conflict', text);
        const [kept] = await tx.manager.query<{ id: string }[]>(VERSION_ID, [id, number]);
        if (!kept) throw new NotFound();
        return kept.id;
      },
      async (tx, versionId) => {
        const [row] = await tx.manager.query<Row<VersionSummaryView>[]>(KEPT, [
          versionId,
          tx.viewer.accountId,
        ]);
        if (!row) throw new NotFound();
        return { ...row, createdAt: row.createdAt.toISOString() };
      },
    );
  }

  /** Of two texts written apart the author takes one, or both; the other stays among the versions. */
  resolve(
    caller: Caller,
    id: string,
    { take, version: number }: ResolveConflict,
    revision: number,
    once?: Idempotency,
  ): Promise<EntryView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        const held = await holdToChange(tx, id, () => new NotAllowed());
        const { entry } = held;
        const refused = await this.version(tx, id, number);
        if (!refused) throw new UnknownVersion();
        if (!entry.isAt(revision)) throw new Stale(await this.view(tx, held.row));
        if (take === 'theirs') return id;
        await keep(tx, held, 'conflict');
        const { title, lang } = entry;
        const both = { title: title || refused.title, body: joined(entry.body, refused.body), lang };
        entry.write(take === 'both' ? both : refused, tx.now);
        await saveText(tx, held);
        return id;
      },
      async (tx) => this.view(tx, await this.own(tx, id)),
    );
  }

  private async version(tx: Tx, id: string, number: number): Promise<Row<VersionView> | undefined> {
    const [row] = await tx.manager.query<Row<VersionView>[]>(VERSION, [id, tx.viewer.accountId, number]);
    return row;
  }

  private async own(tx: Tx, id: string): Promise<EntryRow> {
    const [row] = await tx.manager.query<EntryRow[]>(OWN, [id, tx.viewer.accountId]);
    if (!row) throw new NotFound();
    return row;
  }

  private async view(tx: Tx, row: EntryRow): Promise<EntryView> {
    return entryView(row, await this.directory.people(tx, namedIn(row)), tx.viewer);
  }
}
