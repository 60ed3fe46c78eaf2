import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NavigationStart, Router, type Event as RouterEvent } from '@angular/router';
import { Subject } from 'rxjs';
import type { StreamEvents, Topic } from '@opiring/contract/live';
import { Live, keepFresh } from './live';
import { Me } from './me';

/** A stream as the browser would open it; the spec plays the server. */
class PretendSource extends EventTarget {
  static all: PretendSource[] = [];
  closed = false;
  constructor(readonly url: string) {
    super();
    PretendSource.all.push(this);
  }
  says(type: string, data: object = {}): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
  close(): void {
    this.closed = true;
  }
}

describe('news in a page', () => {
  const cohortId = signal<string | null>('c1');
  let events: Subject<RouterEvent>;
  const last = (): PretendSource => PretendSource.all.at(-1) ?? new PretendSource('none');
  let read: number;
  let reading: boolean;
  const resource = { reload: () => !reading && ++read > 0 };
  const hello = (knows = 20_000, lately: StreamEvents['hello']['lately'] = []): void =>
    last().says('hello', { knows, lately });
  const goElsewhere = (): void => events.next(new NavigationStart(1, '/mujal'));
  const open = (topics: Topic[] = ['facts']): void =>
    TestBed.runInInjectionContext(() => keepFresh(topics, resource));
  const look = (state: 'hidden' | 'visible'): void => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    Object.assign(globalThis, { EventSource: PretendSource });
    PretendSource.all = [];
    [read, reading] = [0, false];
    cohortId.set('c1');
    events = new Subject();
    TestBed.configureTestingModule({
      providers: [
        { provide: Me, useValue: { cohortId } },
        { provide: Router, useValue: { events } },
      ],
    });
    TestBed.inject(Live);
    TestBed.tick();
    goElsewhere();
    open();
  });
  afterEach(() => {
    look('visible');
    TestBed.resetTestingModule();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('reads the page again when something of its kind changed, and not for other kinds', () => {
    expect(last().url).toBe('/api/cohorts/c1/events');
    hello();
    expect(read).toBe(0);
    last().says('news', { topics: ['meetings'] });
    expect(read).toBe(0);
    last().says('news', { topics: ['facts'] });
    expect(read).toBe(1);
  });

  it('reads once more where the change came while the page was being read', () => {
    reading = true;
    last().says('news', { topics: ['facts'] });
    reading = false;
    jest.advanceTimersByTime(500);
    expect(read).toBe(1);
  });

  it('comes back ever more slowly, and reads what it may have missed', () => {
    for (const wait of [1000, 2000, 4000]) {
      const before = PretendSource.all.length;
      last().dispatchEvent(new Event('error'));
      expect(last().closed).toBe(true);
      jest.advanceTimersByTime(wait - 1);
      expect(PretendSource.all).toHaveLength(before);
      jest.advanceTimersByTime(1);
      expect(PretendSource.all).toHaveLength(before + 1);
    }
    hello();
    expect(read).toBe(1);
  });

  it('does not ask for a stream again once the session is over', () => {
    last().says('bye', { why: 'session' });
    jest.advanceTimersByTime(600_000);
    expect(PretendSource.all).toHaveLength(1);
  });

  it('listens only while the tab is looked at, and then reads what was missed', () => {
    hello();
    look('hidden');
    expect(last().closed).toBe(true);
    jest.advanceTimersByTime(60_000);
    look('visible');
    expect(PretendSource.all).toHaveLength(2);
    hello();
    expect(read).toBe(1);
  });

  it('reads again what changed after the page was asked for and before the stream was heard', () => {
    jest.advanceTimersByTime(800);
    hello(20_000, [{ topic: 'facts', ago: 300 }]);
    expect(read).toBe(1);
  });

  it('does not read again what changed before the page was asked for, nor what is of another kind', () => {
    jest.advanceTimersByTime(800);
    hello(20_000, [
      { topic: 'facts', ago: 900 },
      { topic: 'meetings', ago: 300 },
    ]);
    expect(read).toBe(0);
  });

  it('reads again where nobody knows what happened since', () => {
    jest.advanceTimersByTime(800);
    hello(700);
    expect(read).toBe(1);
  });

  it('reads again a page that opens on what was asked before the stream told of a change', () => {
    hello();
    jest.advanceTimersByTime(30_000);
    goElsewhere();
    jest.advanceTimersByTime(400);
    last().says('news', { topics: ['facts'] });
    expect(read).toBe(1);
    jest.advanceTimersByTime(400);
    open();
    expect(read).toBe(2);
    open(['people']);
    expect(read).toBe(2);
  });

  it('does not read again a page that was begun after the change', () => {
    hello();
    last().says('news', { topics: ['facts'] });
    expect(read).toBe(1);
    jest.advanceTimersByTime(50);
    goElsewhere();
    open();
    expect(read).toBe(1);
  });

  it('follows the cohort one looks at, and ends where there is none', () => {
    cohortId.set('c2');
    TestBed.tick();
    expect(last().url).toBe('/api/cohorts/c2/events');
    cohortId.set(null);
    TestBed.tick();
    expect(last().closed).toBe(true);
  });
});
