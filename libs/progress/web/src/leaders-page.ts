import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { Bead, EmptyState, ErrorState, Field, Loader, Seat, beadOf } from '@opiring/platform/ui';
import { Dates, LocalPipe, Me } from '@opiring/platform/web';
import { StateLegend } from './matrix-legend';
import { found, NOTHING } from './matrix-sought';
import { columnsOf } from './matrix-words';

/** So many at first, and so many more each time. */
const PORTION = 50;

/** The leaders one accompanies, or the whole cohort's, in seat order; each with how the modules stand. */
@Component({
  selector: 'op-leaders-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    Bead,
    EmptyState,
    ErrorState,
    Field,
    Loader,
    LocalPipe,
    RouterLink,
    Seat,
    StateLegend,
    TranslocoPipe,
  ],
  templateUrl: './leaders-page.html',
  styleUrl: './leaders-page.css',
})
export class LeadersPage {
  private readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  protected readonly matrix = httpResource<ProgressMatrixView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/progress` : undefined;
  });
  protected readonly columns = computed(() =>
    this.matrix.hasValue() ? columnsOf({ modules: this.matrix.value().modules }) : [],
  );
  protected readonly whose = computed(() => (this.me.role() === 'mentor' ? 'mine' : 'all'));
  /** A mentor sees some of the seats; the ring has all. */
  protected readonly most = computed(() => {
    const seats = this.matrix.hasValue() ? this.matrix.value().members.map(({ seat }) => seat) : [];
    return Math.max(10, ...seats);
  });
  protected readonly beadOf = beadOf;
  protected readonly words = signal('');
  protected readonly found = computed(() =>
    this.matrix.hasValue()
      ? found(this.matrix.value().members, { ...NOTHING, words: this.words() }, () => undefined, new Set())
      : [],
  );
  protected readonly shown = signal(PORTION);
  protected readonly portion = PORTION;

  protected seek(words: string): void {
    this.words.set(words);
    this.shown.set(PORTION);
  }

  protected more(): void {
    this.shown.update((shown) => shown + PORTION);
  }
}
