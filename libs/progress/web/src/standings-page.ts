import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PULSE_ANSWERS } from '@opiring/contract/pulse.values';
import type { CohortStandingsView, CohortStandingView } from '@opiring/contract/standings';
import { Bead, ErrorState, Icon, Loader, beadOf } from '@opiring/platform/ui';
import { Dates, LocalPipe, Me } from '@opiring/platform/web';
import { Marked } from './marked';
import { StateLegend } from './matrix-legend';
import { columnsOf, STATES } from './matrix-words';

const OUTCOMES = ['certificate', 'statement', 'open'] as const;

/** The cohorts one leads beside one another, in the order in which they began. */
@Component({
  selector: 'op-standings-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, ErrorState, Icon, Loader, LocalPipe, Marked, RouterLink, StateLegend, TranslocoPipe],
  templateUrl: './standings-page.html',
  styleUrl: './standings-page.css',
})
export class StandingsPage {
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  protected readonly dates = inject(Dates);
  protected readonly states = STATES;
  protected readonly outcomes = OUTCOMES;
  protected readonly answers = PULSE_ANSWERS;
  protected readonly beadOf = beadOf;
  protected readonly standings = httpResource<CohortStandingsView>(() => '/api/cohort-standings');
  protected readonly cohorts = computed(() =>
    (this.standings.hasValue() ? this.standings.value().cohorts : []).map((each) => ({
      ...each,
      columns: columnsOf({ modules: each.modules }),
      meetings: each.meetings.filter(({ state }) => state !== 'cancelled'),
      pulse: each.meetings.findLast(({ pulse }) => pulse),
      sums: sumsOf(each),
    })),
  );

  protected open(membershipId: string): void {
    this.me.choose(membershipId);
    void this.router.navigateByUrl('/ulevaade');
  }
}

/** What the one sentence says: the overview's own words. */
function sumsOf({ members, meetings, circles }: CohortStandingView) {
  const last = meetings.findLast(({ state }) => state === 'held');
  const came = last?.attended ?? 0;
  return {
    meeting: !last ? 'none' : came === 0 ? 'nobody' : 'some',
    params: { members, came, circles: circles?.held ?? 0, people: circles?.people ?? 0 },
  };
}
