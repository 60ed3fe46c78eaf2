import { DOCUMENT } from '@angular/common';
import { DestroyRef, Injectable, effect, inject, untracked } from '@angular/core';
import { NavigationStart, Router } from '@angular/router';
import type { StreamEvents, Topic } from '@opiring/contract/live';
import { Me } from './me';

/** Milliseconds: the first wait before coming back, the longest, and how long an unwanted stream is kept for the next page. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 120_000;
const LINGER = 3_000;
/** No page shows what was asked for longer ago than this when it opens (`Ahead`). */
const OLDEST = 10_000;
/** Where many come back at once, they do not all read in the same moment. */
const SPREAD = 3_000;

/** What can be read again: an `httpResource`. False where it is being read already. */
export interface Rereadable {
  reload(): boolean;
}
interface Follower {
  topics: readonly Topic[];
  /** What it shows was asked for then, or later. */
  since: number;
  again: () => void;
}
interface Heard {
  topics: readonly Topic[];
  at: number;
}

/**
 * Hears that something changed elsewhere. One stream for all pages of a tab, and only while the tab is looked at: browsers
 * allow few connections, and nobody needs news of a page they do not see.
 */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly me = inject(Me);
  private readonly document = inject(DOCUMENT);
  private readonly followers = new Set<Follower>();
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private gap = false;
  /** What was heard of late, complete from this moment on; none while nothing is heard. */
  private knownFrom: number | undefined;
  private heard: Heard[] = [];
  /** When the page one is at was begun: nothing it shows was asked for before. */
  private begun = performance.timeOrigin;

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationStart) this.begun = Date.now();
    });
    this.document.addEventListener('visibilitychange', () => this.settle());
    this.document.defaultView?.addEventListener('online', () => this.settle());
    effect(() => {
      this.me.cohortId();
      untracked(() => {
        this.close();
        this.settle();
      });
    });
  }

  follow(topics: readonly Topic[], again: () => void): () => void {
    const follower = { topics, since: Math.max(this.begun, Date.now() - OLDEST), again };
    this.followers.add(follower);
    this.settle();
    // The stream may have told of a change between the page's asking and now.
    if (this.isBehind(follower)) this.tell((one) => one === follower);
    return () => {
      this.followers.delete(follower);
      if (this.followers.size === 0) setTimeout(() => this.settle(), LINGER);
    };
  }

  /** Opens or closes the stream, as it is wanted now. */
  private settle(): void {
    const seen = this.document.visibilityState !== 'hidden' && this.document.defaultView?.navigator.onLine;
    const wanted = seen && this.followers.size > 0 && this.me.cohortId();
    if (!wanted) this.close();
    else if (!this.source && typeof EventSource !== 'undefined') this.open(wanted);
  }

  private open(cohortId: string): void {
    clearTimeout(this.timer);
    const source = new EventSource(`/api/cohorts/${cohortId}/events`);
    this.source = source;
    const on = <E extends keyof StreamEvents>(type: E, deed: (data: StreamEvents[E]) => void): void =>
      source.addEventListener(type, (event) => deed(JSON.parse((event as MessageEvent<string>).data)));
    on('hello', (told) => this.opened(told));
    on('news', ({ topics }) => this.hear(topics));
    on('again', () => setTimeout(() => this.tell(() => true), Math.random() * SPREAD));
    on('bye', ({ why }) => {
      this.gap = true;
      this.close();
      // A session that is over comes back with signing in, which loads the person anew.
      if (why === 'seat') this.comeBack();
    });
    source.addEventListener('error', () => {
      this.gap = true;
      this.close();
      this.comeBack();
    });
  }

  /** What changed between a page's reading and the stream's opening is read again; so is all, where that cannot be known. */
  private opened({ knows, lately }: StreamEvents['hello']): void {
    const [now, missed] = [Date.now(), this.gap];
    this.failures = 0;
    this.gap = false;
    this.knownFrom = now - knows;
    this.heard = lately.map(({ topic, ago }) => ({ topics: [topic], at: now - ago }));
    this.tell((follower) => missed || this.isBehind(follower));
  }

  private hear(topics: readonly Topic[]): void {
    const at = Date.now();
    this.heard = [...this.heard.filter((one) => one.at >= at - OLDEST), { topics, at }];
    this.tell((follower) => concerns(follower, topics));
  }

  private isBehind(follower: Follower): boolean {
    const { knownFrom, heard } = this;
    if (knownFrom === undefined) return false;
    const { since } = follower;
    return since < knownFrom || heard.some(({ at, topics }) => at >= since && concerns(follower, topics));
  }

  private tell(which: (follower: Follower) => boolean): void {
    for (const follower of [...this.followers]) {
      if (!which(follower)) continue;
      follower.since = Date.now();
      follower.again();
    }
  }

  private comeBack(): void {
    const wait = Math.min(FIRST_WAIT * 2 ** this.failures++, LONGEST_WAIT);
    this.timer = setTimeout(() => this.settle(), wait * (0.5 + Math.random()));
  }

  private close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
    this.knownFrom = undefined;
  }
}

const concerns = (follower: Follower, topics: readonly Topic[]): boolean =>
  follower.topics.some((topic) => topics.includes(topic));

/**
 * Reads the page's resources again when something of these kinds changed elsewhere. What is shown stays until the answer is
 * there. Called where a page is constructed; ends with it.
 */
export function keepFresh(topics: readonly Topic[], ...resources: Rereadable[]): void {
  const live = inject(Live);
  const waiting = new Set<ReturnType<typeof setTimeout>>();
  const again = (resource: Rereadable): void => {
    // What is being read now may have been asked before the change.
    if (resource.reload()) return;
    const timer = setTimeout(() => {
      waiting.delete(timer);
      again(resource);
    }, 500);
    waiting.add(timer);
  };
  const leave = live.follow(topics, () => {
    waiting.forEach(clearTimeout);
    waiting.clear();
    resources.forEach(again);
  });
  inject(DestroyRef).onDestroy(() => {
    leave();
    waiting.forEach(clearTimeout);
  });
}
