import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskView } from '@opiring/contract/mentoring';
import { OccasionWords } from '@opiring/journal/web';
import { EmptyState, ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Api, Me } from '@opiring/platform/web';
import { DeskLetter } from './desk-letter';
import { DeskLeaders } from './desk-leaders';

/** The mentor's desk: the oldest letter first, open beside the pile. */
@Component({
  selector: 'op-desk-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    DeskLeaders,
    DeskLetter,
    EmptyState,
    ErrorState,
    Icon,
    Loader,
    OccasionWords,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './desk-page.html',
  styleUrl: './desk-page.css',
})
export class DeskPage {
  /** Which letter is open; the oldest where the address does not say. */
  readonly kiri = input<string>();
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  protected readonly desk = httpResource<DeskView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/desk` : undefined;
  });
  private readonly older = signal<Pick<DeskView, 'waiting' | 'next'> | null>(null);
  protected readonly waiting = computed(() => [
    ...(this.desk.hasValue() ? this.desk.value().waiting : []),
    ...(this.older()?.waiting ?? []),
  ]);
  protected readonly next = computed(() => {
    const older = this.older();
    return older ? older.next : this.desk.hasValue() ? this.desk.value().next : undefined;
  });
  protected readonly open = computed(() => {
    const waiting = this.waiting();
    return waiting.find(({ id }) => id === this.kiri()) ?? waiting[0];
  });

  /** The letter is answered: the next oldest opens by itself. */
  protected answered(): void {
    this.older.set(null);
    this.desk.reload();
    void this.router.navigate(['/laud']);
  }

  protected async showMore(): Promise<void> {
    const next = this.next();
    if (!next) return;
    const path = `/api/cohorts/${this.me.cohortId()}/desk?after=${encodeURIComponent(next)}`;
    const page = await this.api.get<DeskView>(path);
    const waiting = [...(this.older()?.waiting ?? []), ...page.waiting];
    this.older.set({ waiting, ...(page.next && { next: page.next }) });
  }
}
