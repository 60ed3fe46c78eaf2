import type { StreamEvents } from '@opiring/contract/live';
import { hears, type Listener, type News } from './live.policy';

/** Milliseconds kept: longer than a page may show what was asked for ahead of it, and a stream takes to open. */
const KEPT = 20_000;
/** Where more than this is told in that time, the oldest is forgotten, and what is known begins later. */
const MOST = 10_000;

/** What this process heard just now, for a page that was read a moment before its stream was open. */
export class LatelyHeard {
  private news: (News & { at: number })[] = [];
  private from = 0;

  keep(news: readonly News[], now = Date.now()): void {
    const kept = this.news.filter(({ at }) => at > now - KEPT);
    kept.push(...news.map((one) => ({ ...one, at: now })));
    const forgotten = kept[kept.length - MOST - 1];
    if (forgotten) this.from = forgotten.at;
    this.news = kept.slice(-MOST);
  }

  /** What of it this listener would have heard. `since` the line listened; nothing is known where it does not. */
  toldTo(listener: Listener, since = Infinity, now = Date.now()): StreamEvents['hello'] {
    const from = Math.max(now - KEPT, this.from, since);
    const ago = new Map<News['topic'], number>();
    for (const one of this.news) if (one.at >= from && hears(listener, one)) ago.set(one.topic, now - one.at);
    return { knows: Math.max(0, now - from), lately: [...ago].map(([topic, ms]) => ({ topic, ago: ms })) };
  }
}
