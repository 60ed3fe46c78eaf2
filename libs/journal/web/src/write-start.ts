import { Injectable, inject } from '@angular/core';
import type { EntryView } from '@opiring/contract/journal';
import type { Moment } from '@opiring/contract/values';
import { Me, Problem } from '@opiring/platform/web';
import { emptyDocument } from './document';
import { type Draft, Drafts, type Occasion, newKey } from './drafts';
import { JournalClient } from './journal-client';
import { type OccasionView, Occasions } from './occasions';
import { type Slot, sentAs, takeSlot, whileNothingGoesUp } from './slots';

/** What the address asks for. */
export interface WriteAddress {
  id?: string | undefined;
  activity?: string | undefined;
  question?: string | undefined;
  moment?: Moment | undefined;
  entry?: string | undefined;
}
/** What the page begins with. */
export interface WriteStartView {
  draft: Draft;
  /** Whether this device holds something the server may not have. */
  kept: boolean;
  entry?: EntryView;
}

const FREE = newKey({});
const nothing: OccasionView = { occasion: {}, question: null, activity: null, moment: null };

/** Brings together the server's text, this device's, and what they answer. */
@Injectable({ providedIn: 'root' })
export class WriteStart {
  private readonly me = inject(Me);
  private readonly drafts = inject(Drafts);
  private readonly client = inject(JournalClient);
  private readonly occasions = inject(Occasions);
  private held: Slot | undefined;

  async begin(address: WriteAddress): Promise<WriteStartView> {
    await this.me.load();
    const accountId = this.me.account()?.id ?? '';
    const cohortId = this.me.cohortId() ?? '';
    const id = address.id ?? address.entry;
    if (id) return this.existing(accountId, id);
    const occasion: Occasion = address.activity
      ? { activityId: address.activity }
      : address.question
        ? { questionId: address.question, moment: address.moment ?? 'start' }
        : {};
    const key = newKey(occasion);
    // Writing freely begins a new text each time; one that waits here has an address of its own.
    const slot = await this.slot(accountId, key === FREE ? undefined : key);
    const { kept } = slot;
    if (kept) return { draft: kept, kept: true };
    const written = await this.quietly(this.occasions.written(cohortId, occasion));
    if (written) return this.existing(accountId, written.id);
    return { draft: fresh(accountId, cohortId, key, slot.name, occasion), kept: false };
  }

  /** The question or activity in words; without a network one writes all the same. */
  async describe(cohortId: string, occasion: Occasion): Promise<OccasionView> {
    return (await this.quietly(this.occasions.find(cohortId, occasion))) ?? { ...nothing, occasion };
  }

  beginning(cohortId: string, { question, moment }: OccasionView): Promise<EntryView | undefined> {
    if (!question) return Promise.resolve(undefined);
    return this.quietly(this.occasions.beginning(cohortId, question.id, moment));
  }

  /** The page is left: its slot may be taken up by another. */
  leave(): void {
    this.held?.leave();
    this.held = undefined;
  }

  private async existing(accountId: string, id: string): Promise<WriteStartView> {
    const { kept, name } = await this.slot(accountId, id);
    // Begun on this device, the server has not named it yet.
    if (kept && !kept.entryId) return { draft: kept, kept: true };
    try {
      const entry = await this.client.entry(id);
      if (!entry.mine) throw new Problem({ status: 404, code: 'not-found' });
      return { draft: kept ?? draftOf(accountId, entry, name), kept: !!kept, entry };
    } catch (error) {
      // Gone elsewhere, it is still here: the page says so, and offers to begin another.
      if (kept) return { draft: kept, kept: true };
      const sent = Problem.of(error).status === 404 ? sentAs(id) : undefined;
      if (sent && sent !== id) return this.existing(accountId, sent);
      throw error;
    }
  }

  /** The newest text of a page that is gone, taken over with its slot; else a slot of one's own. */
  private async slot(accountId: string, key?: string): Promise<{ name: string; kept?: Draft }> {
    this.leave();
    await whileNothingGoesUp({ orNotAtAll: false });
    const all = (await this.quietly(this.drafts.all(accountId))) ?? [];
    const mine = all
      .filter((each) => key !== undefined && (each.key === key || each.once === key))
      .sort((one, other) => other.changedAt.localeCompare(one.changedAt));
    for (const kept of mine) {
      this.held = (await takeSlot(kept.slot)) ?? undefined;
      if (this.held) return { name: kept.slot, kept };
    }
    this.held = (await takeSlot()) ?? undefined;
    return { name: this.held?.name ?? crypto.randomUUID() };
  }

  private quietly<T>(reading: Promise<T>): Promise<T | undefined> {
    return reading.catch(() => undefined);
  }
}

function fresh(accountId: string, cohortId: string, key: string, slot: string, occasion: Occasion): Draft {
  return {
    accountId,
    key,
    slot,
    follows: [],
    cohortId,
    entryId: null,
    revision: null,
    once: crypto.randomUUID(),
    occasion,
    title: '',
    body: emptyDocument(),
    changedAt: new Date().toISOString(),
  };
}

/** The same words as a text of their own, which no server knows yet. */
export const anewOf = (draft: Draft): Draft => ({
  ...draft,
  key: 'new:',
  entryId: null,
  revision: null,
  once: crypto.randomUUID(),
  follows: [],
  occasion: {},
});

export function draftOf(accountId: string, entry: EntryView, slot: string): Draft {
  return {
    accountId,
    key: entry.id,
    slot,
    follows: [],
    cohortId: entry.cohortId,
    entryId: entry.id,
    revision: entry.revision ?? null,
    once: crypto.randomUUID(),
    occasion: {
      ...(entry.activityId && { activityId: entry.activityId }),
      ...(entry.questionId && entry.moment && { questionId: entry.questionId, moment: entry.moment }),
    },
    title: entry.title,
    body: entry.body,
    changedAt: entry.updatedAt,
  };
}
