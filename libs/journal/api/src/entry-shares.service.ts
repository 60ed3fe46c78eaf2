import { Injectable } from '@nestjs/common';
import { CohortDirectory, personOf } from '@opiring/cohorts/api';
import type { AudienceView, ReadingView, ShareEntry, ShareView } from '@opiring/contract/journal';
import { AUDIENCES } from '@opiring/contract/journal.values';
import type { Page } from '@opiring/contract/text';
import { type Caller, type Idempotency, NotAllowed, NotFound, type Tx, Work } from '@opiring/platform/api';
import { canListEntries, canRevokeShare, canSeeReadings, canShareEntry, canWriteEntry } from './entry.policy';
import { STANDING } from './entry.queries';
import { type HeldEntry, holdOwn, keep } from './entry.store';
import { personFrom, type ShareRow, shareView } from './entry.view';
import {
  ExpiresInThePast,
  NobodyToShareWith,
  NoMentorToOffer,
  TwoEnds,
  UnknownVersion,
} from './journal.errors';
import { GIVE, NAME, READINGS, REVOKE, SHARE, SUPERSEDE } from './share.queries';
import type { Standing } from './standing';
import { VERSION } from './version.queries';

/** A receipt is bounded by people and days; beyond this only the newest are told. */
const READINGS_TOLD = 500;

/** Deliberate sharing: one version to one ring of people, until revoked. */
@Injectable()
export class EntrySharesService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
  ) {}

  share(caller: Caller, id: string, body: ShareEntry, once?: Idempotency): Promise<ShareView> {
    return this.work.once(
      caller,
      once,
      (tx) => this.give(tx, id, body),
      (tx, shareId) => this.view(tx, shareId),
    );
  }

  async revoke(caller: Caller, id: string, shareId: string): Promise<void> {
    await this.work.write(caller, async (tx) => {
      const { row } = await holdOwn(tx, id);
      if (!canRevokeShare(tx.viewer, row)) throw new NotFound();
      const [revoked] = await tx.manager.query<[{ id: string }[], number]>(REVOKE, [
        shareId,
        id,
        tx.viewer.accountId,
        tx.now,
      ]);
      if (revoked.length === 0) throw new NotFound();
    });
  }

  readings(caller: Caller, id: string): Promise<Page<ReadingView>> {
    return this.work.read(caller, async (tx) => {
      const { accountId } = tx.viewer;
      const [standing] = await tx.manager.query<Standing[]>(STANDING, [id, accountId]);
      if (!standing || !canSeeReadings(tx.viewer, standing)) throw new NotFound();
      const rows = await tx.manager.query<
        (Omit<ReadingView, 'reader' | 'readAt'> & { readerId: string; readAt: Date })[]
      >(READINGS, [id, accountId, READINGS_TOLD]);
      const people = await this.directory.people(
        tx,
        rows.map(({ readerId }) => readerId),
      );
      return {
        items: rows.map(({ readerId, readAt, ...row }) => ({
          ...row,
          reader: personFrom(people, readerId),
          readAt: readAt.toISOString(),
        })),
      };
    });
  }

  /** Whom each ring would name today, so that nobody shares without seeing with whom. */
  audiences(caller: Caller, cohortId: string): Promise<Page<AudienceView>> {
    return this.work.read(caller, async (tx) => {
      if (!canListEntries(tx.viewer, cohortId)) throw new NotFound();
      const seat = tx.viewer.as('participant', cohortId);
      if (!seat || !canWriteEntry(tx.viewer, cohortId)) throw new NotAllowed('Participants share entries.');
      const named = await this.directory.audiences(tx, seat.id);
      return { items: AUDIENCES.map((audience) => ({ audience, people: named[audience].map(personOf) })) };
    });
  }

  private async give(tx: Tx, id: string, body: ShareEntry): Promise<string> {
    const held = await holdOwn(tx, id);
    const { entry } = held;
    if (!canShareEntry(tx.viewer, entry)) throw new NotAllowed();
    assertSensible(body);
    const version = await this.versionToShare(tx, held, body.version);
    const people = await this.directory.audience(tx, entry.authorId, body.audience);
    if (people.length === 0) throw new NobodyToShareWith();
    await tx.manager.query(SUPERSEDE, [id, body.audience, tx.now]);
    const [share] = await tx.manager.query<{ id: string }[]>(GIVE, [
      id,
      version,
      body.audience,
      body.purpose ?? '',
      tx.now,
      body.expiresAt ?? null,
      body.until ?? null,
      body.offer ?? false,
    ]);
    if (!share) throw new ExpiresInThePast(body.until ? 'until' : 'expiresAt');
    await tx.manager.query(NAME, [
      share.id,
      entry.cohortId,
      people.map(({ membershipId }) => membershipId),
      people.map(({ accountId }) => accountId),
    ]);
    return share.id;
  }

  /** A kept version by its number, or the text as it stands, kept now. */
  private async versionToShare(tx: Tx, held: HeldEntry, number: number | undefined): Promise<number> {
    if (number === undefined) return keep(tx, held, 'share');
    const [kept] = await tx.manager.query<{ number: number }[]>(VERSION, [
      held.entry.id,
      tx.viewer.accountId,
      number,
    ]);
    if (!kept) throw new UnknownVersion();
    return kept.number;
  }

  private async view(tx: Tx, shareId: string): Promise<ShareView> {
    const [row] = await tx.manager.query<ShareRow[]>(SHARE, [shareId, tx.viewer.accountId]);
    if (!row) throw new NotFound();
    return shareView(row, await this.directory.people(tx, row.recipients ?? []));
  }
}

function assertSensible({ audience, expiresAt, until, offer }: ShareEntry): void {
  if (expiresAt && until) throw new TwoEnds();
  if (offer && audience === 'partner') throw new NoMentorToOffer();
}
