import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { Bead, EmptyState, ErrorState, Loader, Seat, beadOf } from '@opiring/platform/ui';
import { Dates, LocalPipe, Me } from '@opiring/platform/web';
import { StateLegend } from './matrix-legend';
import { columnsOf } from './matrix-words';

/** The leaders one accompanies, or the whole cohort's, in seat order; each with how the modules stand. */
@Component({
  selector: 'op-leaders-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, EmptyState, ErrorState, Loader, LocalPipe, RouterLink, Seat, StateLegend, TranslocoPipe],
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
    this.matrix.hasValue() ? columnsOf(this.matrix.value().modules) : [],
  );
  protected readonly whose = computed(() => (this.me.role() === 'mentor' ? 'mine' : 'all'));
  /** A mentor sees some of the seats; the ring has all. */
  protected readonly most = computed(() => {
    const seats = this.matrix.hasValue() ? this.matrix.value().members.map(({ seat }) => seat) : [];
    return Math.max(10, ...seats);
  });
  protected readonly beadOf = beadOf;
}
