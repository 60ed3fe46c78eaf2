import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PulseChart } from '@opiring/circles/web';
import type { ProgressMatrixView, ProgressState } from '@opiring/contract/progress';
import { EmptyState, ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Dates, LocalPipe, Me, keepFresh, paintedOnce } from '@opiring/platform/web';
import { AsOf, pastOf } from './as-of';
import { AttentionList } from './attention-list';
import { ChangesList } from './changes-list';
import { Marked } from './marked';
import { AttendanceLegend, StateLegend } from './matrix-legend';
import { MatrixFilter } from './matrix-filter';
import { addressOf, askedModule, found, isNarrow, type Sought, soughtIn } from './matrix-sought';
import { ProgressMatrix } from './progress-matrix';

/** So many are seen at a glance. */
const FEW = 15;

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
    MatrixFilter,
    ProgressMatrix,
    PulseChart,
    RouterLink,
    StateLegend,
    TranslocoPipe,
  ],
  templateUrl: './steering-page.html',
  styles: `
    .st__a {
      --asof-above: 0;
      gap: 0.75rem 2rem;
      align-items: center;
      margin-top: 1.25rem;
    }
    .st__a .row {
      gap: 0.75rem;
    }
    .st__v {
      gap: 0.5rem;
      margin-bottom: 1rem;
    }
    .st__none {
      padding: 2.5rem 0;
      border-top: 1px solid var(--line);
    }
    .st__f {
      margin-top: 2.5rem;
    }
  `,
})
export class SteeringPage {
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  protected readonly dates = inject(Dates);
  /** The day looked back at, from the address. */
  readonly seis = input<string>();
  protected readonly past = computed(() => pastOf(this.seis(), this.dates.today()));
  /** Whom one looks for, and whether by activity, from the address too. */
  readonly otsi = input<string>();
  readonly mentor = input<string>();
  readonly seisund = input<string>();
  readonly helista = input<string>();
  readonly vaade = input<string>();
  protected readonly byActivity = computed(() => this.vaade() === 'tegevused');
  protected readonly sought = computed(() =>
    soughtIn({
      otsi: this.otsi(),
      mentor: this.mentor(),
      seisund: this.seisund(),
      helista: this.helista(),
    }),
  );
  /** Whether there are cohorts to see beside this one. */
  protected readonly several = computed(() => {
    const leads = this.me
      .memberships()
      .filter(({ role, state }) => role === 'program_leader' && state === 'active');
    return new Set(leads.map(({ cohortId }) => cohortId)).size > 1;
  });
  protected readonly called = signal<ReadonlySet<string>>(new Set());
  protected readonly matrix = httpResource<ProgressMatrixView>(() => {
    const cohortId = this.me.cohortId();
    const past = this.past();
    const asked = new URLSearchParams({
      ...(past && { asOf: past }),
      ...(this.byActivity() && { by: 'activity' }),
    }).toString();
    return cohortId ? `/api/cohorts/${cohortId}/progress${asked && `?${asked}`}` : undefined;
  });
  /** What was last read, until what is asked now has come. */
  protected readonly seen = linkedSignal<ProgressMatrixView | undefined, ProgressMatrixView | undefined>({
    source: () => (this.matrix.hasValue() ? this.matrix.value() : undefined),
    computation: (now, before) => now ?? (this.matrix.error() ? undefined : before?.value),
  });
  protected readonly found = computed(() => {
    const view = this.seen();
    if (!view) return [];
    const past = this.past() !== undefined;
    const sought = past ? { ...this.sought(), call: false } : this.sought();
    return found(view.members, sought, stateIn(view), this.called());
  });
  /** Ten people are found by looking. */
  protected readonly findable = computed(
    () => (this.seen()?.members.length ?? 0) > FEW || isNarrow(this.sought()),
  );

  /** What stands below the matrix, and what it asks for, comes once the matrix can be used. */
  protected readonly painted = paintedOnce(() => this.seen() !== undefined);

  constructor() {
    keepFresh(['facts', 'meetings', 'curriculum', 'people'], this.matrix);
  }

  /** Kept in the address without leaving one's place. */
  protected look(sought: Sought): void {
    this.keep(addressOf(sought));
  }

  protected show(vaade: 'tegevused' | null): void {
    this.keep({ vaade });
  }

  private keep(queryParams: Record<string, string | null>): void {
    const staying = { replaceUrl: true, scroll: 'manual' } as const;
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', ...staying });
  }

  /** The numbers of the one sentence, and which sentence there is to say. */
  protected readonly sums = computed(() => {
    const view = this.seen();
    if (!view) return { lastMeeting: '', params: {} };
    const { members, modules, totals } = view;
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

/** How a member stands with the module under way, whether the table tells of modules or of their activities. */
function stateIn(
  view: ProgressMatrixView,
): (member: ProgressMatrixView['members'][number]) => ProgressState | undefined {
  const asked = askedModule(view.modules);
  return ({ states }) => states[asked];
}
