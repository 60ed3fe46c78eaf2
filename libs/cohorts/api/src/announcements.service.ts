import { Injectable } from '@nestjs/common';
import type {
  AnnouncementsView,
  AnnouncementView,
  CorrectAnnouncement,
} from '@opiring/contract/announcements';
import { type Caller, DomainError, NotAllowed, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { Announcement } from './announcement.entity';
import { ANNOUNCEMENTS } from './announcements.queries';
import { canAnnounce, canSeeMeetings, canSeeWhom } from './cohort.policy';
import { allow, standingIn } from './standing';

class AnnouncementWithdrawn extends DomainError {
  constructor() {
    super('announcement-withdrawn', 409, 'This announcement was withdrawn.');
  }
}

interface Row extends Omit<AnnouncementView, 'sentAt' | 'correctedAt' | 'withdrawnAt' | 'can'> {
  sentAt: Date;
  correctedAt: Date | null;
  withdrawnAt: Date | null;
}

/** What was announced: read by those it is for, corrected and withdrawn by those who may send. */
@Injectable()
export class AnnouncementsService {
  constructor(private readonly work: Work) {}

  list(caller: Caller, cohortId: string): Promise<AnnouncementsView> {
    return this.work.read(caller, async (tx) => {
      const standing = standingIn(tx, cohortId);
      allow(standing, canSeeMeetings);
      return { announcements: await this.views(tx, cohortId), can: { send: canAnnounce(standing) } };
    });
  }

  /** The words change here; what was mailed stays as it was, and what is not mailed yet goes with the new words. */
  correct(
    caller: Caller,
    id: string,
    revision: number,
    sent: CorrectAnnouncement,
  ): Promise<AnnouncementView> {
    return this.work.write(caller, async (tx) => {
      const announcement = await this.find(tx, id);
      const { cohortId } = announcement;
      if (announcement.withdrawnAt) throw new AnnouncementWithdrawn();
      if (announcement.revision !== revision) throw new Stale(await this.view(tx, cohortId, id));
      const changed = announcement.correct(sent, tx.now);
      if (changed) {
        await tx.manager.save(announcement);
        await tx.manager.query(
          `INSERT INTO announcement_changes (announcement_id, cohort_id, changed_by, changed_at, before, after)
           VALUES ($1, $2, $3, $4, $5, $6)`,
          [id, cohortId, tx.viewer.accountId, tx.now, changed.before, changed.after],
        );
      }
      return this.view(tx, cohortId, id);
    });
  }

  withdraw(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const announcement = await this.find(tx, id);
      announcement.withdraw(tx.now);
      await tx.manager.save(announcement);
      await tx.manager.query('DELETE FROM letters WHERE announcement_id = $1', [id]);
    });
  }

  /** One announcement, as the viewer may see it. */
  async view(tx: Tx, cohortId: string, id: string): Promise<AnnouncementView> {
    const [view] = await this.views(tx, cohortId, id);
    if (!view) throw new NotFound();
    return view;
  }

  private async find(tx: Tx, id: string): Promise<Announcement> {
    const lock = { mode: 'for_no_key_update' as const };
    const announcement = await tx.manager.findOne(Announcement, { where: { id }, lock });
    if (!announcement) throw new NotFound();
    const standing = standingIn(tx, announcement.cohortId);
    if (canAnnounce(standing)) return announcement;
    await this.view(tx, announcement.cohortId, id);
    throw new NotAllowed();
  }

  private async views(tx: Tx, cohortId: string, id?: string): Promise<AnnouncementView[]> {
    const standing = standingIn(tx, cohortId);
    const edit = canAnnounce(standing);
    const mine = tx.viewer.inCohort(cohortId).map((membership) => membership.id);
    if (mine.length === 0) return [];
    const rows = await tx.manager.query<Row[]>(ANNOUNCEMENTS, [cohortId, edit, mine, id ?? null]);
    return rows.map(({ people, earlier, ...row }) => ({
      ...row,
      ...(row.withdrawnAt && !edit && { title: '', body: '' }),
      sentAt: row.sentAt.toISOString(),
      correctedAt: row.correctedAt?.toISOString() ?? null,
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      ...(edit && { reached: people?.length ?? 0, earlier }),
      ...(canSeeWhom(standing, row.audience) && { people }),
      can: { edit: edit && !row.withdrawnAt },
    }));
  }
}
