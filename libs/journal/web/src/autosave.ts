import { Injectable, computed, inject, signal } from '@angular/core';
import type { DocumentNode, EntryView } from '@opiring/contract/journal';
import { Problem } from '@opiring/platform/web';
import { keepBoth } from './document';
import { type Draft, Drafts } from './drafts';
import { JournalClient } from './journal-client';
import type { SaveState } from './save-states';
import { type Around, SyncMachine } from './sync-machine';
import type { Words } from './sync';

export type { SaveState } from './save-states';
export { PAUSE } from './sync-machine';

/** What pages of one browser tell one another: that an entry was saved, never what it says. */
interface News {
  entryId: string;
  revision: number;
}

/** The sync machine in the browser: its store, its server, its clock, and what it says as signals. */
@Injectable()
export class Autosave {
  private readonly drafts = inject(Drafts);
  private readonly client = inject(JournalClient);
  private readonly current = signal<Draft | null>(null);
  private readonly said = signal<SaveState>({ is: 'untouched' });
  readonly draft = this.current.asReadonly();
  readonly state = this.said.asReadonly();
  readonly entryId = computed(() => this.current()?.entryId ?? null);
  readonly onlyHere = computed(() => this.state().is === 'device');

  private created: ((entry: EntryView) => void) | undefined;
  private replaced: (() => void) | undefined;
  private channel: BroadcastChannel | undefined;
  private readonly machine = new SyncMachine(this.around());

  /** Tells when the server has given a new entry its id. */
  whenCreated(tell: (entry: EntryView) => void): void {
    this.created = tell;
  }

  /** Tells when another page of this browser saved the text, and this one, having nothing of its own, took it. */
  whenReplaced(tell: () => void): void {
    this.replaced = tell;
  }

  begin(draft: Draft, with_: { kept: boolean; entry?: EntryView }): void {
    this.listen();
    this.machine.begin(draft, with_);
  }
  edit(change: Partial<Words>): void {
    this.machine.edit(change);
  }
  flush(): Promise<boolean> {
    return this.machine.flush();
  }
  settle(): Promise<boolean> {
    return this.machine.settle();
  }
  retry(): void {
    this.machine.retry();
  }
  forget(): Promise<void> {
    return this.machine.forget();
  }
  adopt(entry: EntryView): Promise<void> {
    return this.machine.adopt(entry);
  }

  choose(which: 'mine' | 'theirs' | 'both'): Promise<void> {
    const [state, draft] = [this.state(), this.draft()];
    if (state.is !== 'conflict' || !draft) return Promise.resolve();
    if (which === 'theirs') return this.machine.choose('theirs');
    const body: DocumentNode = which === 'both' ? keepBoth(state.theirs.body, draft.body) : draft.body;
    return this.machine.choose({ title: draft.title || state.theirs.title, body });
  }

  stop(): void {
    this.machine.stop();
    this.channel?.close();
    this.channel = undefined;
  }

  private listen(): void {
    if (this.channel || typeof BroadcastChannel === 'undefined') return;
    this.channel = new BroadcastChannel('opiring-writing');
    this.channel.onmessage = ({ data }: MessageEvent<News>) => void this.heard(data);
  }

  private async heard({ entryId, revision }: News): Promise<void> {
    const mine = this.draft();
    if (mine?.entryId !== entryId || (mine.revision ?? 0) >= revision || !this.machine.clean) return;
    const entry = await this.client.entry(entryId).catch(() => undefined);
    // Typed on meanwhile: then the next save meets the other text, and the author is asked.
    if (!entry?.mine || !this.machine.clean || this.draft()?.entryId !== entryId) return;
    await this.machine.adopt(entry);
    this.replaced?.();
  }

  private around(): Around {
    return {
      put: (draft) => this.drafts.put(draft),
      drop: ({ accountId, slot }) => this.drafts.drop(accountId, slot),
      create: (draft, words) =>
        this.client.create(draft.cohortId, { ...words, ...draft.occasion }, draft.once),
      change: (id, change, revision) => this.client.change(id, change, revision),
      keep: (id, words, once) => this.client.keepText(id, words, once),
      later: (wait, deed) => {
        const timer = setTimeout(deed, wait);
        return () => clearTimeout(timer);
      },
      newId: () => crypto.randomUUID(),
      now: () => new Date().toISOString(),
      trouble: (error) => {
        const { status, current } = Problem.of(error);
        return { status, current: current as EntryView | undefined };
      },
      tell: (draft, state) => {
        this.current.set(draft);
        this.said.set(state);
      },
      created: (entry) => this.created?.(entry),
      saved: ({ id, revision }) => this.channel?.postMessage({ entryId: id, revision: revision ?? 0 }),
    };
  }
}
