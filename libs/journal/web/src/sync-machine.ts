import type { ChangeEntry, EntryView } from '@opiring/contract/journal';
import { isBlank } from './document';
import { type SaveState, type Trouble, whyOf } from './save-states';
import { type Draft, type Words, arrived, changeOf, departing, sameWords, wordsOf } from './sync';

/** All that the machine knows of the world; nothing of it is a screen's or a framework's. */
export interface Around {
  put(draft: Draft): Promise<void>;
  drop(draft: Draft): Promise<void>;
  create(draft: Draft, words: Words): Promise<EntryView>;
  change(id: string, change: ChangeEntry, revision: number): Promise<EntryView>;
  /** Puts a text among the entry's versions without touching the entry. */
  keep(id: string, words: Words, once: string): Promise<unknown>;
  later(wait: number, deed: () => void): () => void;
  newId(): string;
  now(): string;
  trouble(error: unknown): Trouble;
  tell(draft: Draft | null, state: SaveState): void;
  created(entry: EntryView): void;
  saved(entry: EntryView): void;
}

export const PAUSE = 1200;
const LONGEST = 8000;
const RETRIES = [3000, 8000, 20_000, 60_000];

/**
 * Keeps what is being written: on this device with every change, on the server soon after a pause. One save is under way
 * at a time; a stale one stops saving until the author has chosen. What this says is saved, the server has confirmed.
 */
export class SyncMachine {
  private current: Draft | null = null;
  private said: SaveState = { is: 'untouched' };
  private dirty = false;
  private count = 0;
  private onDevice = true;
  private attempts = 0;
  private waiting = 0;
  private cancel: () => void = () => undefined;
  private underWay: Promise<void> | undefined;
  private device: Promise<void> = Promise.resolve();
  /** The text the server refused and kept among the versions. */
  private refusedWords: Words | undefined;

  constructor(private readonly around: Around) {}

  get draft(): Draft | null {
    return this.current;
  }
  get state(): SaveState {
    return this.said;
  }
  get clean(): boolean {
    return !this.dirty && !this.underWay;
  }

  /** Begins with a text the server has (`entry`), one only the device has, or both. */
  begin(draft: Draft, { kept, entry }: { kept: boolean; entry?: EntryView }): void {
    this.stop();
    this.current = draft;
    this.dirty = kept;
    this.say(entry ? { is: 'saved', at: entry.updatedAt } : { is: 'untouched' });
    if (!kept) return;
    if (entry && sameWords(entry, draft)) return this.stand(entry);
    // Written upon another state or not, the server is asked: it knows its writer's own saves, and keeps both texts.
    this.say({ is: 'saving' });
    void this.save();
  }

  edit(change: Partial<Words>): void {
    const before = this.current;
    if (!before) return;
    const draft = { ...before, ...change, changedAt: this.around.now() };
    if (sameWords(draft, before)) return;
    this.current = draft;
    this.dirty = true;
    this.count += 1;
    void this.keepOnDevice(draft);
    if (this.said.is === 'conflict') return this.say(this.said);
    this.say(this.said.is === 'device' ? this.said : { is: 'saving' });
    this.schedule();
  }

  /** Saves what is not saved yet, now. True when the server has everything. */
  async flush(): Promise<boolean> {
    this.cancel();
    await this.underWay;
    if (this.dirty && this.said.is !== 'conflict') await this.save();
    return !this.dirty;
  }

  /** True when nothing is lost by leaving: the server or this device has the text. */
  async settle(): Promise<boolean> {
    await this.underWay;
    // Signed out, another attempt would only ask to sign in once more: the text waits here.
    const waits = this.said.is === 'device' && this.said.why === 'signed-out';
    if (!waits && (await this.flush())) return true;
    await this.device;
    return this.onDevice;
  }

  /** After a 412: mine as it stands, the other one, or both in one. The text not taken is among the versions. */
  async choose(which: Words | 'theirs'): Promise<void> {
    const { said, current } = this;
    if (said.is !== 'conflict' || !current) return;
    const { theirs } = said;
    if (which === 'theirs') return this.adopt(theirs);
    this.current = { ...current, ...which, revision: theirs.revision ?? current.revision, follows: [] };
    this.count += 1;
    // Mine went on after the refusal: where something else is taken, that too must be in the history.
    const held = this.refusedWords && sameWords(this.refusedWords, current);
    if (!held && !sameWords(current, which)) void this.keepOnServer(current);
    void this.keepOnDevice(this.current);
    this.say({ is: 'saving' });
    await this.save();
  }

  /** Takes a newer state from the server. What only this page had goes into the history first, or nothing is taken. */
  async adopt(entry: EntryView): Promise<void> {
    await this.underWay;
    const mine = this.current;
    if (!mine) return;
    const held = this.refusedWords && sameWords(this.refusedWords, mine);
    const count = this.count;
    if (this.dirty && !held && !sameWords(mine, entry) && !(await this.keepOnServer(mine))) return;
    // Typed on meanwhile: that is nowhere yet, so nothing takes its place.
    if (count === this.count) this.stand(entry);
  }

  /** At once, whatever the wait was: the network is back, or one has signed in again. */
  retry(): void {
    if (this.said.is === 'device' || this.said.is === 'nowhere') void this.flush();
  }

  /** The entry is gone on purpose: the device forgets it too. */
  async forget(): Promise<void> {
    this.stop();
    this.dirty = false;
    if (this.current) await this.around.drop(this.current);
    this.current = null;
  }

  stop(): void {
    this.cancel();
    this.waiting = 0;
    this.attempts = 0;
    this.refusedWords = undefined;
  }

  private say(state: SaveState): void {
    this.said = state;
    this.around.tell(this.current, state);
  }

  private schedule(): void {
    this.cancel();
    const now = Date.parse(this.around.now());
    this.waiting ||= now;
    const wait = Math.max(0, Math.min(PAUSE, this.waiting + LONGEST - now));
    this.cancel = this.around.later(wait, () => void this.flush());
  }

  private save(): Promise<void> {
    this.underWay ??= this.send().finally(() => (this.underWay = undefined));
    return this.underWay;
  }

  private async send(): Promise<void> {
    this.waiting = 0;
    const before = this.current;
    if (!before || !this.dirty) return;
    if (!before.entryId && !before.first && isBlank(before.body) && !before.title.trim()) {
      this.dirty = false;
      void this.forgetOnDevice(before);
      return this.say({ is: 'untouched' });
    }
    const count = this.count;
    const sent = departing(before, this.around.newId());
    this.current = sent;
    await this.keepOnDevice(sent);
    try {
      const entry = sent.entryId
        ? await this.around.change(sent.entryId, changeOf(sent), sent.revision ?? 0)
        : await this.around.create(sent, sent.first ?? wordsOf(sent));
      this.received(entry, sent, count);
    } catch (error) {
      this.refused(this.around.trouble(error), sent, count);
    }
  }

  private received(entry: EntryView, sent: Draft, count: number): void {
    const next = arrived(this.current ?? sent, entry);
    this.attempts = 0;
    this.refusedWords = undefined;
    this.current = next;
    if (!sent.entryId) this.around.created(entry);
    // A creation sent again says what it said first, and may be answered with what came after: the rest is still to go.
    const whole = sent.entryId !== null || (sameWords(sent.first ?? sent, sent) && entry.revision === 1);
    if (count === this.count && whole) return this.stand(entry);
    void this.keepOnDevice(next);
    this.say({ is: 'saving' });
    this.schedule();
  }

  private stand(entry: EntryView): void {
    const draft = this.current;
    if (!draft) return;
    this.current = {
      ...arrived({ ...draft, ...wordsHeld(draft, entry) }, entry),
      revision: entry.revision ?? 0,
    };
    this.dirty = false;
    this.refusedWords = undefined;
    void this.forgetOnDevice(this.current);
    this.say({ is: 'saved', at: entry.updatedAt });
    this.around.saved(entry);
  }

  private refused(trouble: Trouble, sent: Draft, count: number): void {
    const { current: theirs } = trouble;
    if (trouble.status === 412 && theirs) {
      if (sameWords(theirs, sent)) return this.received(theirs, sent, count);
      this.refusedWords = wordsOf(sent);
      return this.say({ is: 'conflict', theirs });
    }
    const why = whyOf(trouble.status);
    this.say(this.onDevice ? { is: 'device', why } : { is: 'nowhere' });
    if (why !== 'offline' && why !== 'trouble') return;
    const wait = RETRIES[Math.min(this.attempts, RETRIES.length - 1)] ?? LONGEST;
    this.attempts += 1;
    this.cancel();
    this.cancel = this.around.later(wait, () => void this.flush());
  }

  private keepOnServer(mine: Draft): Promise<boolean> {
    if (!mine.entryId) return Promise.resolve(false);
    return this.around.keep(mine.entryId, wordsOf(mine), this.around.newId()).then(
      () => true,
      () => false,
    );
  }

  private keepOnDevice(draft: Draft): Promise<void> {
    this.device = this.around.put(draft).then(
      () => void (this.onDevice = true),
      () => void (this.onDevice = false),
    );
    return this.device;
  }

  private forgetOnDevice(draft: Draft): Promise<void> {
    this.device = this.around.drop(draft).catch(() => undefined);
    return this.device;
  }
}

/** The same text is left as it is being written; another one takes its place. */
const wordsHeld = (draft: Draft, entry: EntryView): Words =>
  sameWords(draft, entry)
    ? { title: draft.title, body: draft.body }
    : { title: entry.title, body: entry.body };
