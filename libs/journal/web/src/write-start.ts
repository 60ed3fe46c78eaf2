import { Injectable, inject } from '@angular/core';
import type { EntryView } from '@opiring/contract/journal';
import type { Moment } from '@opiring/contract/values';
import { Me, Problem } from '@opiring/platform/web';
import { emptyDocument } from './document';
import { type Draft, Drafts, type Occasion, newKey } from './drafts';
import { JournalClient } from './journal-client';
import { type OccasionView, Occasions } from './occasions';

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

const nothing: OccasionView = { occasion: {}, question: null, activity: null, moment: null };

/** Brings together the server's text, this device's, and what they answer. */
@Injectable({ providedIn: 'root' })
export class WriteStart {
  private readonly me = inject(Me);
  private readonly drafts = inject(Drafts);
  private readonly client = inject(JournalClient);
  private readonly occasions = inject(Occasions);

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
    const kept = await this.onDevice(accountId, key);
    if (kept) return { draft: kept, kept: true };
    const written = await this.quietly(this.occasions.written(cohortId, occasion));
    if (written) return this.existing(accountId, written.id);
    return { draft: fresh(accountId, cohortId, key, occasion), kept: false };
  }

  /** The question or activity in words; without a network one writes all the same. */
  async describe(cohortId: string, occasion: Occasion): Promise<OccasionView> {
    return (await this.quietly(this.occasions.find(cohortId, occasion))) ?? { ...nothing, occasion };
  }

  beginning(cohortId: string, { question, moment }: OccasionView): Promise<EntryView | undefined> {
    if (!question) return Promise.resolve(undefined);
    return this.quietly(this.occasions.beginning(cohortId, question.id, moment));
  }

  private async existing(accountId: string, id: string): Promise<WriteStartView> {
    const kept = await this.onDevice(accountId, id);
    try {
      const entry = await this.client.entry(id);
      if (!entry.mine) throw new Problem({ status: 404, code: 'not-found' });
      return { draft: kept ?? draftOf(accountId, entry), kept: !!kept, entry };
    } catch (error) {
      if (kept && Problem.of(error).status !== 404) return { draft: kept, kept: true };
      throw error;
    }
  }

  private onDevice(accountId: string, key: string): Promise<Draft | undefined> {
    return this.quietly(this.drafts.get(accountId, key));
  }

  private quietly<T>(reading: Promise<T>): Promise<T | undefined> {
    return reading.catch(() => undefined);
  }
}

function fresh(accountId: string, cohortId: string, key: string, occasion: Occasion): Draft {
  return {
    accountId,
    key,
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

export function draftOf(accountId: string, entry: EntryView): Draft {
  return {
    accountId,
    key: entry.id,
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
