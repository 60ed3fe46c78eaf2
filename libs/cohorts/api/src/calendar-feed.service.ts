import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { CalendarFeedView, MadeCalendarFeed } from '@opiring/contract/cohorts';
import type { Locale } from '@opiring/contract/values';
import { type Caller, hashOf, NotFound, type OpenTx, PlatformOptions, Work } from '@opiring/platform/api';
import { In } from 'typeorm';
import { feedOf } from './calendar';
import { Meeting } from './meeting.entity';

/** Meetings of this long ago drop out of the feed; calendars keep what they have. */
const KEPT_DAYS = 400;

const CALLED_TO = `SELECT DISTINCT h.id, h.starts_at AS "startsAt", p.language
  FROM memberships m JOIN cohorts c ON c.id = m.cohort_id JOIN programmes p ON p.id = c.programme_id
  JOIN meetings h ON h.cohort_id = m.cohort_id
 WHERE m.account_id = $1 AND m.ended_at IS NULL AND h.ends_at > now() - make_interval(days => ${KEPT_DAYS})
 ORDER BY h.starts_at LIMIT 500`;

/** A person's own calendar address: made, made anew, ended; and what stands behind it. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly work: Work,
    private readonly options: PlatformOptions,
  ) {}

  mine(caller: Caller): Promise<CalendarFeedView> {
    return this.work.read(caller, async (tx) => {
      const [feed] = await tx.manager.query<{ madeAt: Date }[]>(
        'SELECT made_at AS "madeAt" FROM calendar_feeds WHERE account_id = $1',
        [tx.viewer.accountId],
      );
      return { madeAt: feed?.madeAt.toISOString() ?? null };
    });
  }

  make(caller: Caller): Promise<MadeCalendarFeed> {
    return this.work.write(caller, async (tx) => {
      const token = randomBytes(24).toString('base64url');
      await tx.manager.query(
        `INSERT INTO calendar_feeds (account_id, token_hash, made_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at`,
        [tx.viewer.accountId, hashOf(token), tx.now],
      );
      return { url: `${this.options.publicUrl}/api/calendars/${token}.ics`, madeAt: tx.now.toISOString() };
    });
  }

  end(caller: Caller): Promise<void> {
    return this.work.write(caller, async (tx) => {
      await tx.manager.query('DELETE FROM calendar_feeds WHERE account_id = $1', [tx.viewer.accountId]);
    });
  }

  calendar(token: string): Promise<string> {
    return this.work.open(async (tx) => {
      const [owner] = await tx.manager.query<{ accountId: string; locale: Locale }[]>(
        'SELECT account_id AS "accountId", locale FROM app.calendar_of($1)',
        [hashOf(token)],
      );
      if (!owner) throw new NotFound();
      return feedOf(await this.calledTo(tx, owner.accountId, owner.locale), tx.now);
    });
  }

  private async calledTo(tx: OpenTx, accountId: string, locale: Locale) {
    const rows = await tx.manager.query<{ id: string; language: Locale }[]>(CALLED_TO, [accountId]);
    const languages = new Map(rows.map(({ id, language }) => [id, language]));
    const meetings = await tx.manager.find(Meeting, {
      where: { id: In([...languages.keys()]) },
      order: { startsAt: 'ASC' },
    });
    return meetings.map((meeting) => ({ meeting, languages: [locale, languages.get(meeting.id) ?? locale] }));
  }
}
