import { Injectable } from '@nestjs/common';
import type {
  AnnouncementAudience,
  AnnouncementPreview,
  SendAnnouncement,
} from '@opiring/contract/announcements';
import { NotFound, PlatformOptions, type Tx } from '@opiring/platform/api';
import { Announcement } from './announcement.entity';
import { EVERYBODY, NOT_REPLIED, POST, RECIPIENTS, SEND_TO } from './announcements.queries';
import { canSeeWhom } from './cohort.policy';
import { type Member, personOf } from './people';
import { standingIn } from './standing';

type Words = Pick<SendAnnouncement, 'title' | 'body' | 'lang'> & { audience?: AnnouncementAudience };
/** Whom it is for in words, and who that is now. */
interface Aim {
  audience: AnnouncementAudience;
  to: readonly string[];
}

/** The front door for whoever announces something within a transaction of their own: whom to reach, and the sending. */
@Injectable()
export class Announcements {
  constructor(private readonly options: PlatformOptions) {}

  /** Everybody the programme accompanies, in seat order. */
  everybody(tx: Tx, cohortId: string): Promise<string[]> {
    return idsOf(tx, EVERYBODY, [cohortId]);
  }

  async notReplied(tx: Tx, cohortId: string, meetingId: string): Promise<string[]> {
    const known = await tx.manager.query<unknown[]>(
      'SELECT 1 FROM meetings WHERE id = $1 AND cohort_id = $2',
      [meetingId, cohortId],
    );
    if (known.length === 0) throw new NotFound();
    return idsOf(tx, NOT_REPLIED, [cohortId, meetingId]);
  }

  async preview(tx: Tx, cohortId: string, aim: Aim): Promise<AnnouncementPreview> {
    const people = await tx.manager.query<(Member & { mailed: boolean })[]>(RECIPIENTS, [aim.to]);
    const mailed = new Set(people.flatMap((person) => (person.mailed ? [person.accountId] : [])));
    return {
      count: people.length,
      ...(canSeeWhom(standingIn(tx, cohortId), aim.audience) && { people: people.map(personOf) }),
      mailed: this.options.mail ? mailed.size : 0,
    };
  }

  /** Announces as the viewer; gives its id. Letters leave after the commit, from whichever process takes them. */
  async send(tx: Tx, cohortId: string, words: Words, membershipIds?: readonly string[]): Promise<string> {
    const to = membershipIds ?? (await this.everybody(tx, cohortId));
    const { id } = await tx.manager.save(
      tx.manager.create(Announcement, {
        cohortId,
        title: words.title.trim(),
        body: words.body.trim(),
        lang: words.lang ?? tx.viewer.locale,
        audience: words.audience ?? 'cohort',
        sentBy: (tx.viewer.as('program_leader', cohortId) ?? tx.viewer.as('organizer', cohortId))?.id ?? null,
        sentAt: tx.now,
      }),
    );
    await tx.manager.query(SEND_TO, [id, cohortId, to]);
    // Without a mail server nobody waits for letters that would come when one is set up.
    if (this.options.mail) await tx.manager.query(POST, [id, to]);
    return id;
  }
}

async function idsOf(tx: Tx, sql: string, values: unknown[]): Promise<string[]> {
  const rows = await tx.manager.query<{ id: string }[]>(sql, values);
  return rows.map(({ id }) => id);
}
