import { Injectable, inject } from '@angular/core';
import type {
  AudienceView,
  ChangeEntry,
  CreateEntry,
  DocumentNode,
  EntrySummaryView,
  EntryView,
  PreviewView,
  ReadingView,
  ShareEntry,
  ShareView,
  VersionSummaryView,
  VersionView,
} from '@opiring/contract/journal';
import type { Audience } from '@opiring/contract/journal.values';
import type { Page } from '@opiring/contract/text';
import { Api } from '@opiring/platform/web';

/** The journal's routes. */
@Injectable({ providedIn: 'root' })
export class JournalClient {
  private readonly api = inject(Api);

  entry(id: string): Promise<EntryView> {
    return this.api.get(`/api/entries/${id}`);
  }
  create(cohortId: string, body: CreateEntry, once: string): Promise<EntryView> {
    return this.api.post(`/api/cohorts/${cohortId}/entries`, body, { once });
  }
  change(id: string, body: ChangeEntry, revision: number): Promise<EntryView> {
    return this.api.patch(`/api/entries/${id}`, body, { revision });
  }
  /** Puts a text among the entry's versions; the entry stays as it is. */
  keepText(
    id: string,
    text: { title: string; body: DocumentNode },
    once: string,
  ): Promise<VersionSummaryView> {
    return this.api.post(`/api/entries/${id}/versions`, text, { once });
  }
  remove(id: string): Promise<void> {
    return this.api.delete(`/api/entries/${id}`);
  }
  /** Mine that answer an activity or a question. */
  mineFor(
    cohortId: string,
    of: { activityId?: string; questionId?: string },
  ): Promise<Page<EntrySummaryView>> {
    return this.api.get(`/api/cohorts/${cohortId}/entries?${new URLSearchParams({ ...of }).toString()}`);
  }
  share(id: string, audience: Audience, wish: Omit<ShareEntry, 'audience'> = {}): Promise<ShareView> {
    const once = crypto.randomUUID();
    return this.api.post(`/api/entries/${id}/shares`, { ...wish, audience }, { once });
  }
  /** What a reader of a share given now would get. */
  preview(id: string): Promise<PreviewView> {
    return this.api.get(`/api/entries/${id}/preview`);
  }
  revoke(id: string, shareId: string): Promise<void> {
    return this.api.delete(`/api/entries/${id}/shares/${shareId}`);
  }
  /** Says *Valmis*: the occasion is answered, private or shared. */
  finish(id: string): Promise<EntryView> {
    return this.api.post(`/api/entries/${id}/done`);
  }
  audiences(cohortId: string): Promise<Page<AudienceView>> {
    return this.api.get(`/api/cohorts/${cohortId}/audiences`);
  }
  versions(id: string): Promise<Page<VersionSummaryView>> {
    return this.api.get(`/api/entries/${id}/versions`);
  }
  version(id: string, number: number): Promise<VersionView> {
    return this.api.get(`/api/entries/${id}/versions/${number}`);
  }
  restore(id: string, number: number): Promise<EntryView> {
    const once = crypto.randomUUID();
    return this.api.post(`/api/entries/${id}/versions/${number}/restorations`, {}, { once });
  }
  readings(id: string): Promise<Page<ReadingView>> {
    return this.api.get(`/api/entries/${id}/readings`);
  }
}
