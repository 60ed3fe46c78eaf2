import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EntrySummaryView } from '@opiring/contract/journal';
import type { Page } from '@opiring/contract/text';
import { EmptyState, ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Api, Me } from '@opiring/platform/web';
import { DeviceTexts } from './device-texts';
import { EntryLine } from './entry-line';
import { JournalDownload } from './journal-download';

type Tab = 'mine' | 'with-me';

/** *Mõtisklused*: mine, and what others shared with me. */
@Component({
  selector: 'op-entries-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    DeviceTexts,
    EmptyState,
    EntryLine,
    ErrorState,
    Icon,
    JournalDownload,
    Loader,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './entries-page.html',
  styleUrl: './entries-page.css',
})
export class EntriesPage {
  private readonly me = inject(Me);
  private readonly api = inject(Api);

  protected readonly tabs: readonly Tab[] = ['mine', 'with-me'];
  /** Those who write have texts of their own; the others only read. */
  protected readonly writes = computed(() => this.me.role() === 'participant');
  private readonly asked = signal<Tab>('mine');
  protected readonly tab = computed<Tab>(() => (this.writes() ? this.asked() : 'with-me'));
  private readonly address = computed(() => {
    const cohortId = this.me.cohortId();
    const shared = this.tab() === 'with-me' ? '?shared=with-me' : '';
    return cohortId ? `/api/cohorts/${cohortId}/entries${shared}` : undefined;
  });
  protected readonly first = httpResource<Page<EntrySummaryView>>(() => this.address());
  private readonly more = signal<{ of: string | undefined; items: EntrySummaryView[]; next?: string } | null>(
    null,
  );
  private readonly later = computed(() => {
    const more = this.more();
    return more?.of === this.address() ? more : null;
  });
  protected readonly items = computed(() => [
    ...(this.first.hasValue() ? this.first.value().items : []),
    ...(this.later()?.items ?? []),
  ]);
  protected readonly next = computed(() => {
    const later = this.later();
    return later ? later.next : this.first.hasValue() ? this.first.value().next : undefined;
  });

  protected choose(tab: Tab): void {
    this.asked.set(tab);
  }

  protected turn(event: KeyboardEvent): void {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    this.choose(this.tab() === 'mine' ? 'with-me' : 'mine');
    document.getElementById(`tab-${this.tab()}`)?.focus();
  }

  protected async showMore(): Promise<void> {
    const of = this.address();
    const next = this.next();
    if (!of || !next) return;
    const glue = of.includes('?') ? '&' : '?';
    const page = await this.api.get<Page<EntrySummaryView>>(`${of}${glue}after=${encodeURIComponent(next)}`);
    const items = [...(this.later()?.items ?? []), ...page.items];
    this.more.set({ of, items, ...(page.next && { next: page.next }) });
  }
}
