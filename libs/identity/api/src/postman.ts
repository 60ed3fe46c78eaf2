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
import { PostOffice } from './post-office';

interface Taken extends Announced {
  id: string;
  attempts: number;
}

/** One letter for this process alone, for a minute; another process passes over it meanwhile. */
const TAKE = `WITH taken AS (${leased(
  'letters',
  `SELECT l.id FROM letters l WHERE ${due('l')} ORDER BY l.next_at, l.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
)})
  SELECT t.id, t.attempts, a.email, a.locale, n.title, n.body, coalesce(s.name, 'Õpiring') AS sender, c.name AS cohort
    FROM taken t JOIN accounts a ON a.id = t.account_id JOIN announcements n ON n.id = t.announcement_id
    JOIN cohorts c ON c.id = n.cohort_id LEFT JOIN memberships m ON m.id = n.sent_by LEFT JOIN accounts s ON s.id = m.account_id`;

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
    const [letter] = await tx.manager.query<Taken[]>(TAKE);
    return letter;
  }

  /** A server that refuses one letter may well take the next, a server that is away takes none. */
  async carry(letter: Taken): Promise<boolean> {
    try {
      await this.mail.send(announcementLetter(letter, this.options.publicUrl), letter.id);
      await this.settle(DELIVERED, letter);
      return true;
    } catch (error) {
      await this.settle(FAILED, letter);
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      this.log.error(`A letter could not be sent and is tried again: ${code ?? 'unknown'}`);
      return responseCode !== undefined;
    }
  }

  private settle(sql: string, { id, attempts }: Taken): Promise<void> {
    return this.work.open(async (tx) => {
      await tx.manager.query(sql, [id, attempts]);
    });
  }
}
