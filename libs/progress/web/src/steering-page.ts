import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PulseChart } from '@opiring/circles/web';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { EmptyState, ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Dates, LocalPipe, Me, keepFresh } from '@opiring/platform/web';
import { AsOf, pastOf } from './as-of';
import { AttentionList } from './attention-list';
import { ChangesList } from './changes-list';
import { Marked } from './marked';
import { AttendanceLegend, StateLegend } from './matrix-legend';
import { ProgressMatrix } from './progress-matrix';

/** How the cohort stands, without reading anybody. */
@Component({
  selector: 'op-steering-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AsOf,
    AttendanceLegend,
    AttentionList,
    ChangesList,
    EmptyState,
    ErrorState,
    Icon,
    Loader,
    LocalPipe,
    Marked,
    ProgressMatrix,
    PulseChart,
    RouterLink,
    StateLegend,
    TranslocoPipe,
  ],
  templateUrl: './steering-page.html',
  styles: `
    .st__h .btn {
      margin-top: 1rem;
    }
    .st__f {
      margin-top: 2.5rem;
    }
  `,
})
export class SteeringPage {
  private readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  /** The day looked back at, from the address. */
  readonly seis = input<string>();
  protected readonly past = computed(() => pastOf(this.seis(), this.dates.today()));
  protected readonly matrix = httpResource<ProgressMatrixView>(() => {
    const cohortId = this.me.cohortId();
    const past = this.past();
    return cohortId ? `/api/cohorts/${cohortId}/progress${past ? `?asOf=${past}` : ''}` : undefined;
  });

  constructor() {
    keepFresh(['facts', 'meetings', 'curriculum', 'people'], this.matrix);
  }

  /** The numbers of the one sentence, and which sentence there is to say. */
  protected readonly sums = computed(() => {
    if (!this.matrix.hasValue()) return { lastMeeting: '', params: {} };
    const { members, modules, totals } = this.matrix.value();
    const came = totals.lastMeetingAttended;
    return {
      lastMeeting: came === null ? 'none' : came === 0 ? 'nobody' : 'some',
      params: {
        members: members.length,
        modules: modules.filter(({ alongside }) => !alongside).length,
        came: came ?? 0,
        circles: totals.circles,
        people: totals.people,
      },
    };
  });
}
