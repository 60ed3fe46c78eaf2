import { Injectable, inject, signal } from '@angular/core';
import type { MeView } from '@opiring/contract/identity';
import type { EntryView } from '@opiring/contract/journal';
import { Api, Me, Problem } from '@opiring/platform/web';
import { type Draft, Drafts, forgetDrafts } from './drafts';
import { JournalClient } from './journal-client';
import { rememberSent, takeSlot, whileNothingGoesUp } from './slots';
import { SyncMachine } from './sync-machine';

const EVERY = 10_000;

/** Texts that wait on this device. They go up by themselves while the app is open, never shared; no page need open them. */
@Injectable({ providedIn: 'root' })
export class WaitingDrafts {
  private readonly drafts = inject(Drafts);
  private readonly client = inject(JournalClient);
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly found = signal<Draft[]>([]);
  readonly list = this.found.asReadonly();
  /** Rises whenever texts have reached the server by themselves. */
  readonly arrivals = signal(0);
  /** Two states, or gone elsewhere: their author decides, so they are not sent again by themselves. */
  private readonly stuck = new Set<string>();
  private started = false;

  start(): void {
    if (this.started) return;
    this.started = true;
    const now = () => void this.goUp().catch(() => undefined);
    addEventListener('online', now);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && now());
    setInterval(now, EVERY);
    now();
  }

  async look(): Promise<Draft[]> {
    const accountId = this.me.account()?.id;
    const all = accountId ? await this.drafts.all(accountId).catch(() => []) : [];
    all.sort((one, other) => other.changedAt.localeCompare(one.changedAt));
    this.found.set(all);
    return all;
  }

  /** Sends what waits, one text after the other, where no page is writing it; what is left is the answer. */
  async goUp(): Promise<Draft[]> {
    const waiting = await this.look();
    const some = waiting.some(({ slot }) => !this.stuck.has(slot));
    if (!some || navigator.onLine === false || !(await this.signedIn())) return waiting;
    await whileNothingGoesUp({ orNotAtAll: true }, async () => {
      for (const { accountId, slot } of waiting) if (!this.stuck.has(slot)) await this.send(accountId, slot);
    });
    const left = await this.look();
    if (left.length < waiting.length) this.arrivals.update((n) => n + 1);
    return left;
  }

  /** Signing out: no text, no key. */
  wipe(): Promise<void> {
    this.found.set([]);
    return forgetDrafts();
  }

  /** Asked first, and quietly: a text that goes up by itself must not throw anybody out of the page they are at. */
  private async signedIn(): Promise<boolean> {
    const view = await this.api.get<MeView>('/api/me').catch(() => undefined);
    return !!view && view.account.id === this.me.account()?.id;
  }

  private async send(accountId: string, name: string): Promise<void> {
    const slot = await takeSlot(name);
    if (!slot) return;
    try {
      // Only now is it nobody else's; meanwhile its page may have sent it.
      const draft = (await this.drafts.all(accountId)).find((each) => each.slot === name);
      if (draft) await this.sendOne(draft);
    } finally {
      slot.leave();
    }
  }

  private async sendOne(draft: Draft): Promise<void> {
    const { drafts, client } = this;
    const machine = new SyncMachine({
      put: (each) => drafts.put(each),
      drop: (each) => drafts.drop(each.accountId, each.slot),
      create: (each, words) => client.create(each.cohortId, { ...words, ...each.occasion }, each.once),
      change: (id, change, revision) => client.change(id, change, revision),
      keep: (id, words, once) => client.keepText(id, words, once),
      later: () => () => undefined,
      newId: () => crypto.randomUUID(),
      now: () => new Date().toISOString(),
      trouble: (error) => {
        const { status, current } = Problem.of(error);
        return { status, current: current as EntryView | undefined };
      },
      tell: () => undefined,
      created: ({ id }) => rememberSent(draft.once, id),
      saved: () => undefined,
    });
    machine.begin(draft, { kept: true });
    // A creation sent before may need a second step: what was typed since.
    for (let turn = 0; turn < 3 && !(await machine.flush()); turn += 1) {
      const { state } = machine;
      const final = state.is === 'device' && (state.why === 'gone' || state.why === 'refused');
      if (state.is === 'conflict' || final) this.stuck.add(draft.slot);
      if (state.is !== 'saving') return;
    }
  }
}
