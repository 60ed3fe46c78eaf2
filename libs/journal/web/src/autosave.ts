import { Injectable, computed, inject, signal } from '@angular/core';
import type { DocumentNode, EntryView } from '@opiring/contract/journal';
import { Problem } from '@opiring/platform/web';
import { isBlank, keepBoth, sameDocument, tidy } from './document';
import { type Draft, Drafts } from './drafts';
import { JournalClient } from './journal-client';

/** What the page may truthfully say of the text. */
export type SaveState =
  | { is: 'untouched' }
  | { is: 'saving' }
  /** The server has it. */
  | { is: 'saved'; at: string }
  /** Only this device has it. */
  | { is: 'device'; why: 'offline' | 'signed-out' | 'trouble' | 'gone' | 'refused' }
  /** Neither has it: the browser refuses storage and the server could not be reached. */
  | { is: 'nowhere' }
  /** The server has another text than the one mine was written upon. */
  | { is: 'conflict'; theirs: EntryView };

export const PAUSE = 1200;
const LONGEST = 8000;
const RETRIES = [3000, 8000, 20_000, 60_000];

/**
 * Keeps what is being written: on this device with every change, on the server soon after a pause. One save is under way
 * at a time; a stale one stops saving until the author has chosen. What this says is saved, the server has confirmed.
 */
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

  private dirty = false;
  private change = 0;
  private onDevice = true;
  private attempts = 0;
  private soon: ReturnType<typeof setTimeout> | undefined;
  private firstWaiting = 0;
  private underWay: Promise<void> | undefined;
  private device: Promise<void> = Promise.resolve();
  private created: ((entry: EntryView) => void) | undefined;

  /** Tells when the server has given a new entry its id. */
  whenCreated(tell: (entry: EntryView) => void): void {
    this.created = tell;
  }

  /** Begins with a text the server has (`entry`), one only the device has (`draft`), or both. */
  begin(draft: Draft, { kept, entry }: { kept: boolean; entry?: EntryView }): void {
    this.stop();
    this.current.set(draft);
    this.dirty = kept;
    this.said.set(entry ? { is: 'saved', at: entry.updatedAt } : { is: 'untouched' });
    if (!kept) return;
    const stale =
      entry?.revision !== undefined && draft.revision !== null && entry.revision !== draft.revision;
    const differs = !entry || !sameDocument(entry.body, draft.body) || entry.title !== draft.title;
    if (entry && !differs) this.adopt(entry);
    else if (entry && stale) this.said.set({ is: 'conflict', theirs: entry });
    else void this.save();
  }

  edit(change: { title?: string; body?: DocumentNode }): void {
    const before = this.current();
    if (!before) return;
    const draft = { ...before, ...change, changedAt: new Date().toISOString() };
    if (draft.title === before.title && sameDocument(draft.body, before.body)) return;
    this.current.set(draft);
    this.dirty = true;
    this.change += 1;
    this.keepOnDevice(draft);
    if (this.state().is === 'conflict') return;
    if (this.state().is !== 'device') this.said.set({ is: 'saving' });
    this.schedule();
  }

  /** Saves what is not saved yet, now. True when the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.soon);
    await this.underWay;
    if (this.dirty && this.state().is !== 'conflict') await this.save();
    return !this.dirty;
  }

  /** True when nothing is lost by leaving: the server or this device has the text. */
  async settle(): Promise<boolean> {
    await this.underWay;
    const state = this.state();
    // Signed out, another attempt would only ask to sign in once more: the text waits here.
    const waits = state.is === 'device' && state.why === 'signed-out';
    if (!waits && (await this.flush())) return true;
    await this.device;
    return this.onDevice;
  }

  /** After a 412: mine as it stands, the other one, or both texts in one. */
  async choose(which: 'mine' | 'theirs' | 'both'): Promise<void> {
    const state = this.state();
    const draft = this.current();
    if (state.is !== 'conflict' || !draft) return;
    const { theirs } = state;
    if (which === 'theirs') return this.adopt(theirs);
    const body = which === 'both' ? keepBoth(theirs.body, draft.body) : draft.body;
    const title = draft.title || theirs.title;
    const chosen = { ...draft, title, body, revision: theirs.revision ?? draft.revision };
    this.current.set(chosen);
    this.change += 1;
    this.keepOnDevice(chosen);
    this.said.set({ is: 'saving' });
    await this.save();
  }

  /** Takes a newer state from the server: after a restore, or where the author chose it. */
  adopt(entry: EntryView): void {
    const draft = this.current();
    if (!draft) return;
    this.stop();
    this.dirty = false;
    this.change += 1;
    this.current.set({
      ...draft,
      title: entry.title,
      body: entry.body,
      revision: entry.revision ?? draft.revision,
    });
    this.forgetOnDevice(draft);
    this.said.set({ is: 'saved', at: entry.updatedAt });
  }

  /** The entry is deleted: nothing more is to be kept. */
  async forget(): Promise<void> {
    this.stop();
    this.dirty = false;
    const draft = this.current();
    if (draft) this.forgetOnDevice(draft);
    await this.device;
    this.current.set(null);
  }

  /** The network is back, or the author asks. */
  retry(): void {
    this.attempts = 0;
    if (this.dirty && this.state().is !== 'conflict') void this.flush();
  }

  stop(): void {
    clearTimeout(this.soon);
    this.firstWaiting = 0;
  }

  private schedule(): void {
    clearTimeout(this.soon);
    this.firstWaiting ||= Date.now();
    const left = Math.max(0, this.firstWaiting + LONGEST - Date.now());
    this.soon = setTimeout(() => void this.flush(), Math.min(PAUSE, left));
  }

  private save(): Promise<void> {
    this.underWay ??= this.send().finally(() => (this.underWay = undefined));
    return this.underWay;
  }

  private async send(): Promise<void> {
    const draft = this.current();
    this.firstWaiting = 0;
    if (!draft || !this.dirty) return;
    if (!draft.entryId && isBlank(draft.body) && !draft.title.trim()) {
      this.dirty = false;
      this.forgetOnDevice(draft);
      this.said.set({ is: 'untouched' });
      return;
    }
    const change = this.change;
    try {
      this.received(await this.post(draft), draft, change);
    } catch (error) {
      this.refused(Problem.of(error));
    }
  }

  private post(draft: Draft): Promise<EntryView> {
    const words = { title: draft.title, body: tidy(draft.body) };
    return draft.entryId
      ? this.client.change(draft.entryId, words, draft.revision ?? 0)
      : this.client.create(draft.cohortId, { ...words, ...draft.occasion }, draft.once);
  }

  private received(entry: EntryView, sent: Draft, change: number): void {
    const now = this.current() ?? sent;
    const isNew = now.entryId === null;
    const next = { ...now, key: entry.id, entryId: entry.id, revision: entry.revision ?? now.revision };
    this.attempts = 0;
    this.current.set(next);
    if (isNew) this.forgetOnDevice(sent);
    if (isNew) this.created?.(entry);
    // A retried creation answers with what was created first: what came after must still be sent.
    if (change === this.change && (!isNew || sameDocument(entry.body, next.body))) {
      this.dirty = false;
      this.forgetOnDevice(next);
      this.said.set({ is: 'saved', at: entry.updatedAt });
      return;
    }
    this.keepOnDevice(next);
    this.schedule();
  }

  private refused(problem: Problem): void {
    const draft = this.current();
    const theirs = problem.current as EntryView | undefined;
    if (problem.status === 412 && theirs && draft) {
      if (sameDocument(theirs.body, draft.body) && theirs.title === draft.title) return this.adopt(theirs);
      this.said.set({ is: 'conflict', theirs });
      return;
    }
    const why = reasonOf(problem);
    this.said.set(this.onDevice ? { is: 'device', why } : { is: 'nowhere' });
    if (why === 'offline' || why === 'trouble') {
      const wait = RETRIES[Math.min(this.attempts, RETRIES.length - 1)] ?? LONGEST;
      this.attempts += 1;
      this.soon = setTimeout(() => void this.flush(), wait);
    }
  }

  private keepOnDevice(draft: Draft): void {
    this.device = this.drafts.put(draft).then(
      () => void (this.onDevice = true),
      () => void (this.onDevice = false),
    );
  }

  private forgetOnDevice(draft: Draft): void {
    this.device = this.drafts.drop(draft.accountId, draft.key).catch(() => undefined);
  }
}

function reasonOf({ status }: Problem): 'offline' | 'signed-out' | 'trouble' | 'gone' | 'refused' {
  if (status === 0) return 'offline';
  if (status === 401) return 'signed-out';
  if (status === 404 || status === 410) return 'gone';
  return status === 429 || status >= 500 || status < 0 ? 'trouble' : 'refused';
}
