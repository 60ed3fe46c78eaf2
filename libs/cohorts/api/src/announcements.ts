import { Injectable } from '@nestjs/common';
import type {
  AnnouncementAudience,
  AnnouncementPreview,
  SendAnnouncement,
} from '@opiring/contract/announcements';
import type { Locale } from '@opiring/contract/values';
import { NotFound, PlatformOptions, type Tx } from '@opiring/platform/api';
import { Announcement } from './announcement.entity';
import { EVERYBODY, NOT_REPLIED, POST, RECIPIENTS, SEND_TO } from './announcements.queries';
import { type Member, personOf } from './people';

type Words = Pick<SendAnnouncement, 'title' | 'body' | 'lang'> & { audience?: AnnouncementAudience };

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

  async preview(tx: Tx, membershipIds: readonly string[]): Promise<AnnouncementPreview> {
    const people = await tx.manager.query<(Member & { mail: Locale | null })[]>(RECIPIENTS, [membershipIds]);
    const accounts = new Map(people.map(({ accountId, mail }) => [accountId, mail]));
    const mailed: AnnouncementPreview['mailed'] = {};
    if (this.options.mail) {
      for (const locale of accounts.values()) if (locale) mailed[locale] = (mailed[locale] ?? 0) + 1;
    }
    return { people: people.map(personOf), mailed };
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
