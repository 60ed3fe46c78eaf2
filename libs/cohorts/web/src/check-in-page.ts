import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingsView } from '@opiring/contract/cohorts';
import type { CheckInCodeView } from '@opiring/contract/meetings';
import { ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Api, Dates, keepFresh, Local, Me, Problem } from '@opiring/platform/web';

/** The next code comes while the one before is still good. */
const AHEAD = 2 * 60_000;
const SOONEST = 15_000;
/** Below five a count tells of single people, and this page is for everybody's eyes. */
const FEW = 5;
const REFUSED = ['check-in-other-day', 'meeting-cancelled'];

/** The code for the wall: large, followed by another every ten minutes for as long as the page is open. */
@Component({
  selector: 'op-check-in-page',
  imports: [ErrorState, Icon, Loader, Local, RouterLink, TranslocoPipe],
  templateUrl: './check-in-page.html',
  styleUrl: './check-in-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckInPage {
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  protected readonly dates = inject(Dates);
  /** The meeting, from the address. */
  readonly id = input.required<string>();

  protected readonly found = httpResource<MeetingsView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/meetings` : undefined;
  });
  protected readonly meeting = computed(() =>
    this.found.hasValue() ? this.found.value().meetings.find(({ id }) => id === this.id()) : undefined,
  );
  protected readonly shown = signal<CheckInCodeView | undefined>(undefined);
  protected readonly halves = computed(() => {
    const code = this.shown()?.code ?? '';
    return [code.slice(0, 3), code.slice(3)];
  });
  protected readonly fault = signal('');
  protected readonly busy = signal(false);
  protected readonly here = computed(() => {
    const there = (this.meeting()?.attendance ?? []).filter(({ state }) =>
      ['present', 'online', 'part'].includes(state),
    ).length;
    return there >= FEW ? there : undefined;
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    keepFresh(['facts', 'meetings'], this.found);
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected async show(): Promise<void> {
    clearTimeout(this.timer);
    this.busy.set(true);
    try {
      const shown = await this.api.post<CheckInCodeView>(`/api/meetings/${this.id()}/check-in/codes`, {});
      this.fault.set('');
      this.shown.set(shown);
      const wait = Date.parse(shown.validUntil) - Date.now() - AHEAD;
      this.timer = setTimeout(() => void this.show(), Math.max(wait, SOONEST));
    } catch (error) {
      this.refused(Problem.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected async close(): Promise<void> {
    clearTimeout(this.timer);
    this.busy.set(true);
    try {
      await this.api.delete(`/api/meetings/${this.id()}/check-in/codes`);
      this.shown.set(undefined);
      this.fault.set('');
    } catch (error) {
      this.refused(Problem.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** Where only the line is down, the code on the wall is still good: it stays, and another is asked for soon. */
  private refused({ code, status }: Problem): void {
    const known = REFUSED.includes(code);
    this.fault.set(
      known ? `cohorts.checkIn.refused.${code}` : `problem.${status === 0 ? 'offline' : 'unknown'}`,
    );
    if (known) this.shown.set(undefined);
    else if (this.shown()) this.timer = setTimeout(() => void this.show(), SOONEST);
  }
}
