import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AttendanceState } from '@opiring/contract/cohorts';
import { PULSE_ANSWERS } from '@opiring/contract/pulse.values';
import type { ReportView } from '@opiring/contract/report';
import { ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Dates, LocalPipe, Me } from '@opiring/platform/web';
import { AsOf, pastOf } from './as-of';

const STATES: readonly AttendanceState[] = ['present', 'online', 'part', 'absent', 'excused'];
const KINDS = ['pdf', 'xlsx', 'csv'] as const;
const LANGUAGES = ['et', 'en'] as const;

/** What the funder is told, as it stands or as it stood; and the same as files. */
@Component({
  selector: 'op-report-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AsOf, ErrorState, Icon, Loader, LocalPipe, RouterLink, TranslocoPipe],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
})
export class ReportPage {
  private readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  protected readonly kinds = KINDS;
  protected readonly languages = LANGUAGES;
  protected readonly states = STATES;
  protected readonly answers = PULSE_ANSWERS;
  /** The day looked back at, from the address. */
  readonly seis = input<string>();
  protected readonly past = computed(() => pastOf(this.seis(), this.dates.today()));
  private readonly path = computed(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/report` : undefined;
  });
  protected readonly report = httpResource<ReportView>(() => {
    const [path, past] = [this.path(), this.past()];
    return path && `${path}${past ? `?asOf=${past}` : ''}`;
  });
  protected readonly answered = computed(() =>
    this.report.hasValue() ? this.report.value().meetings.filter(({ pulse }) => pulse) : [],
  );
  /** Of some meeting too few answered, or its week is not over. */
  protected readonly withheld = computed(
    () =>
      this.report.hasValue() &&
      this.report.value().meetings.some(({ state, pulse }) => state === 'held' && !pulse),
  );

  protected file(kind: (typeof KINDS)[number], lang: (typeof LANGUAGES)[number]): string {
    const past = this.past();
    return `${this.path()}.${kind}?lang=${lang}${past ? `&asOf=${past}` : ''}`;
  }
}
