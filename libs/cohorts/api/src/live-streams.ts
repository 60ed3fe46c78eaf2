import { Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { type StreamEvents, type Topic, TOPICS } from '@opiring/contract/live';
import { NewsLine } from '@opiring/platform/api';
import { Observable, type Subscriber } from 'rxjs';
import { LatelyHeard } from './lately-heard';
import { hears, type Listener, type News, unseats } from './live.policy';

/** Milliseconds in which what happens together is told together. */
const TOGETHER = 100;
/** Milliseconds between heartbeats; proxies keep silent connections for half a minute or more. */
const BEAT = 20_000;
/** Streams of one session in one process; the oldest gives way. */
const PER_SESSION = 12;

/** $1 sessions, $2 memberships: which of them still hold. */
const STILL_HOLD = `SELECT
  (SELECT coalesce(json_agg(s.id), '[]') FROM sessions s JOIN accounts a ON a.id = s.account_id
    WHERE s.id = ANY($1) AND s.revoked_at IS NULL AND s.expires_at > now() AND a.disabled_at IS NULL) AS sessions,
  (SELECT coalesce(json_agg(m.id), '[]') FROM memberships m WHERE m.id = ANY($2) AND m.ended_at IS NULL) AS seats`;

/** For this process alone: whose streams are to end. */
interface Ending {
  topic: 'session' | 'account';
  of: string;
}
const ends = (told: News | Ending): told is Ending => told.topic === 'session' || told.topic === 'account';
interface Stream {
  listener: Listener;
  out: Subscriber<MessageEvent>;
}

const event = <E extends keyof StreamEvents>(type: E, data: StreamEvents[E]): MessageEvent => ({
  type,
  data,
});

/** All open streams of this process, and who of them hears what the database tells. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly streams = new Set<Stream>();
  private readonly lately = new LatelyHeard();
  private waiting: News[] = [];
  private delivery: NodeJS.Timeout | undefined;
  private readonly beat: NodeJS.Timeout;

  constructor(private readonly line: NewsLine) {
    line.heard.subscribe((told) => this.hear(told as News | Ending));
    line.again.subscribe(() => this.missed());
    this.beat = setInterval(() => this.pulse(), BEAT);
    this.beat.unref();
  }

  open(listener: Listener): Observable<MessageEvent> {
    return new Observable((out) => {
      const stream = { listener, out };
      const others = [...this.streams].filter((one) => one.listener.sessionId === listener.sessionId);
      for (const old of others.slice(0, Math.max(0, others.length + 1 - PER_SESSION))) old.out.complete();
      this.streams.add(stream);
      out.next(event('hello', this.lately.toldTo(listener, this.line.since)));
      // The session may have ended between the asking and now.
      void this.check([stream]);
      return () => this.streams.delete(stream);
    });
  }

  onModuleDestroy(): void {
    clearInterval(this.beat);
    clearTimeout(this.delivery);
    for (const { out } of [...this.streams]) out.complete();
  }

  private hear(told: News | Ending): void {
    if (ends(told)) {
      this.end('session', ({ sessionId, accountId }) => [sessionId, accountId].includes(told.of));
    } else {
      this.end('seat', (listener) => unseats(listener, told));
      this.waiting.push(told);
      this.delivery ??= setTimeout(() => this.deliver(), TOGETHER);
    }
  }

  private deliver(): void {
    const news = this.waiting;
    this.waiting = [];
    this.delivery = undefined;
    this.lately.keep(news);
    for (const { listener, out } of [...this.streams]) {
      const heard = new Set<Topic>(news.filter((one) => hears(listener, one)).map(({ topic }) => topic));
      const topics = TOPICS.filter((topic) => heard.has(topic));
      if (topics.length > 0) out.next(event('news', { topics }));
    }
  }

  private pulse(): void {
    if (this.streams.size === 0) return;
    for (const { out } of [...this.streams]) out.next({ comment: 'beat', data: undefined as never });
    void this.check([...this.streams]);
  }

  private missed(): void {
    for (const { out } of [...this.streams]) out.next(event('again', {}));
    void this.check([...this.streams]);
  }

  /** Sessions run out by the clock, and a broken line hears of no ending: what no longer holds is closed here. */
  private async check(streams: Stream[]): Promise<void> {
    const listeners = streams.map(({ listener }) => listener);
    const asked = await this.line
      .ask<{ sessions: string[]; seats: string[] }>(STILL_HOLD, [
        listeners.map(({ sessionId }) => sessionId),
        listeners.flatMap(({ own }) => own),
      ])
      .catch(() => undefined);
    const [hold] = asked ?? [];
    if (!hold) return;
    const [sessions, seats] = [new Set(hold.sessions), new Set(hold.seats)];
    const among = new Set(listeners);
    this.end('session', (listener) => among.has(listener) && !sessions.has(listener.sessionId));
    this.end('seat', (listener) => among.has(listener) && !listener.own.every((seat) => seats.has(seat)));
  }

  private end(why: StreamEvents['bye']['why'], which: (listener: Listener) => boolean): void {
    for (const { listener, out } of [...this.streams]) {
      if (!which(listener)) continue;
      out.next(event('bye', { why }));
      out.complete();
    }
  }
}
