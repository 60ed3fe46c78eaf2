import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CohortView } from '@opiring/contract/cohorts';
import type { CopyPlanView, CopyProgramme, CopyView, DateMove, PlanCopy } from '@opiring/contract/reuse';
import { ErrorState, Field, Icon, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Dates, Me, Problem } from '@opiring/platform/web';
import { CopyDates } from './copy-dates';
import { aYearOn, isNear } from './copy-days';

/** A further intake made after this one: a first day, every other date looked over, and then all of it at once. */
@Component({
  selector: 'op-copy-page',
  imports: [CopyDates, ErrorState, Field, Icon, Loader, RouterLink, TranslocoPipe],
  templateUrl: './copy-page.html',
  styleUrl: './copy-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly me = inject(Me);
  protected readonly dates = inject(Dates);

  protected readonly cohortFound = httpResource<CohortView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}` : undefined;
  });
  protected readonly cohort = computed(() =>
    this.cohortFound.hasValue() ? this.cohortFound.value() : undefined,
  );
  protected readonly name = signal('');
  protected readonly of = signal<PlanCopy['of']>('draft');
  /** A year on, on the same weekday: where most intakes begin. */
  protected readonly firstDay = linkedSignal(() => {
    const cohort = this.cohort();
    return cohort ? aYearOn(cohort.startsOn, this.dates.today()) : '';
  });
  /** What was set by hand holds for this first day and this source. */
  protected readonly moves = linkedSignal<unknown, DateMove[]>({
    source: () => [this.firstDay(), this.of()],
    computation: () => [],
  });
  private readonly asked = computed<PlanCopy | undefined>(() => {
    const [firstDay, of, moves] = [this.firstDay(), this.of(), this.moves()];
    return firstDay ? { firstDay, of, moves } : undefined;
  });
  protected readonly found = httpResource<CopyPlanView>(() => {
    const body = this.asked();
    return body && { url: `${this.path()}/preview`, method: 'POST', body };
  });
  /** The plan before stays in view while the next is asked for. */
  protected readonly plan = linkedSignal<CopyPlanView | undefined, CopyPlanView | undefined>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (plan, before) => plan ?? (this.found.error() ? undefined : before?.value),
  });
  protected readonly sources = ['draft', 'published'] as const;
  protected readonly nothing = computed(() => {
    const error = this.found.error();
    return !!error && Problem.of(error).code === 'nothing-to-copy';
  });
  protected readonly nameless = signal(false);
  protected readonly busy = signal(false);
  protected readonly failed = signal('');
  private readonly once = linkedSignal({
    source: () => [this.name(), this.asked()],
    computation: () => crypto.randomUUID() as string,
  });

  protected move(moves: readonly DateMove[]): void {
    const same = (one: DateMove, other: DateMove): boolean => one.what === other.what && one.id === other.id;
    this.moves.update((before) => [
      ...before.filter((old) => !moves.some((move) => same(old, move))),
      ...moves.filter(({ to }) => to),
    ]);
  }

  protected begin(day: string, before: string): void {
    this.firstDay.set(day && isNear(before, day) ? day : '');
  }

  protected async make(): Promise<void> {
    const plan = this.asked();
    this.failed.set('');
    this.nameless.set(!this.name().trim());
    if (this.nameless()) document.getElementById('cp-name')?.focus();
    if (this.nameless() || !plan || this.busy()) return;
    this.busy.set(true);
    try {
      const body: CopyProgramme = { ...plan, name: this.name().trim() };
      const made = await this.api.post<CopyView>(this.path(), body, { once: this.once() });
      await this.go(made);
    } catch (error) {
      const { status, code } = Problem.of(error);
      this.failed.set(
        status === 0
          ? 'problem.offline'
          : ['too-many', 'nothing-to-copy'].includes(code)
            ? `curriculum.copy.failed.${code}`
            : 'problem.unknown',
      );
    } finally {
      this.busy.set(false);
    }
  }

  /** To the new draft: from here on everything is about the new intake. */
  private async go({ cohort }: CopyView): Promise<void> {
    await this.me.reload();
    const seat = this.me
      .memberships()
      .find(({ cohortId, role }) => cohortId === cohort.id && role === 'organizer');
    if (seat) this.me.choose(seat.id);
    this.toasts.say(this.words.translate('curriculum.copy.made', { name: cohort.name }));
    await this.router.navigateByUrl('/kava');
  }

  private path(): string {
    return `/api/cohorts/${this.me.cohortId()}/copies`;
  }
}
