import { Injectable, computed, inject, signal } from '@angular/core';
import type { DraftStepStale, DraftStepView, TakeDraftStep } from '@opiring/contract/draft-steps';
import { Api, Me, Problem } from '@opiring/platform/web';
import { type Deed, fits, type States } from './deeds';

type Revised = { id: string; revision?: number };
/** How a step back or forward went; `refused` means somebody else changed the same since, and nothing was done. */
export type Went = 'done' | 'refused' | 'failed' | 'nothing';
const LONGEST = 200;

/** What was done to the draft on this page, step by step, with the way back and forth again. Lives as long as the page. */
@Injectable()
export class DraftHistory {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly past = signal<readonly Deed[]>([]);
  private readonly future = signal<readonly Deed[]>([]);
  /** The revisions our own deeds left behind: whatever else stands there was somebody else's. */
  private readonly revisions = new Map<string, number>();
  readonly busy = signal(false);
  readonly toUndo = computed(() => this.past().at(-1));
  readonly toRedo = computed(() => this.future().at(-1));

  /** A deed is done; what was undone before it cannot be done again. */
  record(deed: Deed): void {
    this.past.update((past) => [...past, deed].slice(-LONGEST));
    this.future.set([]);
  }

  note(revised: readonly Revised[]): void {
    for (const { id, revision } of revised) if (revision) this.revisions.set(id, revision);
  }

  revisionOf({ id, revision = 1 }: Revised): number {
    return Math.max(revision, this.revisions.get(id) ?? 1);
  }

  /** Sends the draft into some states at once. `from` has the revisions of what the page shows. */
  async take(to: States, from: readonly Revised[] = []): Promise<void> {
    this.note(from.map((thing) => ({ id: thing.id, revision: this.revisionOf(thing) })));
    const revision = (id: string): number => this.revisions.get(id) ?? 1;
    const body: TakeDraftStep = {
      activities: Object.entries(to.activities).map(([id, state]) => ({
        ...state,
        id,
        revision: revision(id),
      })),
      modules: Object.entries(to.modules).map(([id, state]) => ({ ...state, id, revision: revision(id) })),
    };
    const path = `/api/cohorts/${this.me.cohortId()}/draft-steps`;
    const { activities, modules } = await this.api.post<DraftStepView>(path, body);
    this.note([...activities, ...modules]);
  }

  undo(): Promise<Went> {
    return this.step(this.toUndo(), 'before', 'after', () => {
      this.future.update((future) => [...future, ...this.past().slice(-1)]);
      this.past.update((past) => past.slice(0, -1));
    });
  }

  redo(): Promise<Went> {
    return this.step(this.toRedo(), 'after', 'before', () => {
      this.past.update((past) => [...past, ...this.future().slice(-1)]);
      this.future.update((future) => future.slice(0, -1));
    });
  }

  private async step(
    deed: Deed | undefined,
    to: 'before' | 'after',
    from: 'before' | 'after',
    turn: () => void,
  ): Promise<Went> {
    if (!deed || this.busy()) return 'nothing';
    this.busy.set(true);
    try {
      const went = await this.attempt(deed[to], deed[from]);
      if (went === 'done') turn();
      if (went === 'refused') this.forget(deed);
      return went;
    } finally {
      this.busy.set(false);
    }
  }

  /** Where only other fields were changed by somebody else, the step still fits and is taken on what is there now. */
  private async attempt(to: States, from: States, again = true): Promise<Went> {
    try {
      await this.take(to);
      return 'done';
    } catch (error) {
      const { status, current } = Problem.of(error);
      if (status === 404 || status === 409) return 'refused';
      if (status !== 412 || !current) return 'failed';
      const { activities, modules } = current as DraftStepStale;
      const fit =
        activities.every((thing) => fits(from.activities[thing.id] ?? {}, thing)) &&
        modules.every((thing) => fits(from.modules[thing.id] ?? {}, thing));
      if (!fit) return 'refused';
      this.note([...activities, ...modules]);
      return again ? this.attempt(to, from, false) : 'refused';
    }
  }

  /** A step that no longer fits is let go, so that the ones before it can be reached. */
  private forget(deed: Deed): void {
    const without = (deeds: readonly Deed[]): Deed[] => deeds.filter((each) => each !== deed);
    this.past.update(without);
    this.future.update(without);
  }
}
