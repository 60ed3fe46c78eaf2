import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { PlatformOptions, Work } from '@opiring/platform/api';
import { announcementLetter, type Announced } from './announcement-letter';
import { PostOffice } from './post-office';

/** Milliseconds between looks at what is to go. */
const ROUND = 5_000;

interface Taken extends Announced {
  id: string;
  attempts: number;
}

/** One letter for this process alone, for a minute; another process passes over it meanwhile. */
const TAKE = `WITH taken AS (
    UPDATE letters SET leased_until = now() + interval '60 seconds', attempts = attempts + 1
     WHERE id = (SELECT id FROM letters WHERE next_at <= now() AND (leased_until IS NULL OR leased_until < now())
                  ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *)
  SELECT t.id, t.attempts, a.email, a.locale, n.title, n.body, coalesce(s.name, 'Õpiring') AS sender, c.name AS cohort
    FROM taken t JOIN accounts a ON a.id = t.account_id JOIN announcements n ON n.id = t.announcement_id
    JOIN cohorts c ON c.id = n.cohort_id LEFT JOIN memberships m ON m.id = n.sent_by LEFT JOIN accounts s ON s.id = m.account_id`;

/** $1 the letter, $2 which attempt: gone with its delivery, if the lease is still this one's. */
const DELIVERED = 'DELETE FROM letters WHERE id = $1 AND attempts = $2';

/** Waits 10 s, 20 s, 40 s … an hour at most; after three days it is given up. */
const FAILED = `WITH late AS (DELETE FROM letters WHERE id = $1 AND attempts = $2 AND made_at < now() - interval '3 days' RETURNING id)
  UPDATE letters SET leased_until = NULL, next_at = now() + least(interval '1 hour', interval '5 seconds' * 2 ^ least($2::int, 12))
   WHERE id = $1 AND attempts = $2 AND NOT EXISTS (SELECT FROM late)`;

/** Carries letters to the mail server. Any number of processes share one pile, and each letter is taken by one of them. */
@Injectable()
export class Postman implements OnModuleDestroy {
  private readonly log = new Logger('Mail');
  private readonly round: NodeJS.Timeout | undefined;
  private going: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly work: Work,
    private readonly mail: PostOffice,
    private readonly options: PlatformOptions,
  ) {
    if (!mail.sends) return;
    this.round = setInterval(() => void this.deliver(), ROUND);
    this.round.unref();
  }

  /** Delivers what is due; a second call joins the first. */
  deliver(): Promise<void> {
    this.going ??= this.walk()
      .catch((error: unknown) => this.log.error(`Letters wait: ${codeOf(error)}`))
      .finally(() => (this.going = undefined));
    return this.going;
  }

  /** No more rounds by the clock; what one asks for is still delivered. */
  rest(): void {
    clearInterval(this.round);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    this.rest();
    await this.going;
  }

  /** Letter by letter; a server that refuses one may well take the next, a server that is away takes none. */
  private async walk(): Promise<void> {
    while (!this.closed) {
      const letter = await this.take();
      if (!letter) return;
      try {
        await this.mail.send(announcementLetter(letter, this.options.publicUrl), letter.id);
        await this.settle(DELIVERED, letter);
      } catch (error) {
        await this.settle(FAILED, letter);
        this.log.error(`A letter could not be sent and is tried again: ${codeOf(error)}`);
        if ((error as { responseCode?: number }).responseCode === undefined) return;
      }
    }
  }

  private take(): Promise<Taken | undefined> {
    return this.work.open(async (tx) => {
      const [letter] = await tx.manager.query<Taken[]>(TAKE);
      return letter;
    });
  }

  private settle(sql: string, { id, attempts }: Taken): Promise<void> {
    return this.work.open(async (tx) => {
      await tx.manager.query(sql, [id, attempts]);
    });
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'unknown';
