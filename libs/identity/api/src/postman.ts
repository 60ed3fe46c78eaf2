import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import {
  backoff,
  due,
  leased,
  type OpenTx,
  Pile,
  type PileOf,
  PlatformOptions,
  stale,
  Work,
} from '@opiring/platform/api';
import { announcementLetter, type Announced } from './announcement-letter';
import { type Letter, PostOffice } from './post-office';
import { type Stopped, stoppedLetter } from './stopped-letter';

interface Waiting {
  id: string;
  attempts: number;
}
/** A letter is about an announcement, or about another system that is told no more; where that no longer holds, about nothing. */
type Taken = Waiting &
  ((Announced & { about: 'announcement' }) | (Stopped & { about: 'stop' }) | { about: null });

/** One letter for this process alone, for a minute; another process passes over it meanwhile. */
const TAKE = `WITH taken AS (${leased(
  'letters',
  `SELECT l.id FROM letters l WHERE ${due('l')} ORDER BY l.next_at, l.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
)})
  SELECT t.id, t.attempts, a.email, a.locale, n.title, n.body, coalesce(s.name, 'Õpiring') AS sender, c.name AS cohort, r.name AS receiver,
      CASE WHEN n.id IS NOT NULL THEN 'announcement' WHEN r.id IS NOT NULL THEN 'stop' END AS about
    FROM taken t JOIN accounts a ON a.id = t.account_id LEFT JOIN announcements n ON n.id = t.announcement_id
    LEFT JOIN receivers r ON r.id = t.receiver_id AND r.stopped_at IS NOT NULL AND EXISTS (SELECT FROM memberships l
      WHERE l.cohort_id = r.cohort_id AND l.account_id = a.id AND l.role = 'program_leader' AND l.ended_at IS NULL)
    LEFT JOIN cohorts c ON c.id = coalesce(n.cohort_id, r.cohort_id)
    LEFT JOIN memberships m ON m.id = n.sent_by LEFT JOIN accounts s ON s.id = m.account_id`;

/** Other systems' rows are shown to those who carry. */
const CARRYING = `SELECT set_config('app.carrying', 'on', true)`;

/** $1 the letter, $2 which attempt: gone with its delivery, if the lease is still this one's. */
const DELIVERED = 'DELETE FROM letters WHERE id = $1 AND attempts = $2';

const FAILED = `WITH late AS (DELETE FROM letters l WHERE l.id = $1 AND l.attempts = $2 AND ${stale('l')} RETURNING id)
  UPDATE letters SET leased_until = NULL, next_at = now() + ${backoff('$2')}
   WHERE id = $1 AND attempts = $2 AND NOT EXISTS (SELECT FROM late)`;

/** Carries letters to the mail server. Any number of processes share one pile, and each letter is taken by one of them. */
@Injectable()
export class Postman implements OnModuleDestroy, PileOf<Taken> {
  readonly name = 'Mail';
  private readonly log = new Logger(this.name);
  private readonly pile: Pile<Taken>;

  constructor(
    private readonly work: Work,
    private readonly mail: PostOffice,
    private readonly options: PlatformOptions,
  ) {
    this.pile = new Pile(work, this);
    if (mail.sends) this.pile.start();
  }

  deliver(): Promise<void> {
    return this.pile.deliver();
  }

  /** No more rounds by the clock; what one asks for is still delivered. */
  rest(): void {
    this.pile.rest();
  }

  onModuleDestroy(): Promise<void> {
    return this.pile.close();
  }

  async take(tx: OpenTx): Promise<Taken | undefined> {
    await tx.manager.query(CARRYING);
    const [letter] = await tx.manager.query<Taken[]>(TAKE);
    return letter;
  }

  /** A server that refuses one letter may well take the next, a server that is away takes none. */
  async carry(letter: Taken): Promise<boolean> {
    try {
      const written = this.written(letter);
      if (written) await this.mail.send(written, letter.id);
      await this.settle(DELIVERED, letter);
      return true;
    } catch (error) {
      await this.settle(FAILED, letter);
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      this.log.error(`A letter could not be sent and is tried again: ${code ?? 'unknown'}`);
      return responseCode !== undefined;
    }
  }

  private written(letter: Taken): Letter | undefined {
    if (letter.about === null) return undefined;
    const { publicUrl } = this.options;
    return letter.about === 'stop' ? stoppedLetter(letter, publicUrl) : announcementLetter(letter, publicUrl);
  }

  private settle(sql: string, { id, attempts }: Taken): Promise<void> {
    return this.work.open(async (tx) => {
      await tx.manager.query(sql, [id, attempts]);
    });
  }
}
