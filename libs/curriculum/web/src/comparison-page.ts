import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgrammeSummaryView } from '@opiring/contract/cohorts';
import type { ChangeView } from '@opiring/contract/curriculum';
import type { ComparisonView } from '@opiring/contract/reuse';
import { EmptyState, ErrorState, Icon, Loader } from '@opiring/platform/ui';
import { Dates, LocalPipe, Me } from '@opiring/platform/web';
import { ChangeRows } from './change-rows';
import { ChangeWords } from './change-words';
import { ComparedMeetings } from './compared-meetings';
import { ReleaseWords } from './release/release-words';

const TAGS: Readonly<Record<ChangeView['kind'], string>> = {
  added: 'tag--dash',
  removed: 'tag--dash',
  changed: 'tag--a',
  moved: 'tag--a',
};

/** What changed since last year: this cohort's plan beside that of another intake of the same programme, in words. */
@Component({
  selector: 'op-comparison-page',
  imports: [
    ChangeRows,
    ComparedMeetings,
    EmptyState,
    ErrorState,
    Icon,
    Loader,
    LocalPipe,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './comparison-page.html',
  styleUrl: './comparison-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparisonPage {
  private readonly me = inject(Me);
  private readonly releases = inject(ReleaseWords);
  protected readonly dates = inject(Dates);
  protected readonly words = inject(ChangeWords);
  protected readonly tags = TAGS;

  protected readonly programmes = httpResource<ProgrammeSummaryView[]>(() => '/api/programmes');
  private readonly cohorts = computed(() => {
    const all = this.programmes.hasValue() ? this.programmes.value() : [];
    return all.find(({ cohorts }) => cohorts.some(({ id }) => id === this.me.cohortId()))?.cohorts ?? [];
  });
  protected readonly current = computed(() => this.cohorts().find(({ id }) => id === this.me.cohortId()));
  /** The other intakes of the programme that one may see the drafts of, newest first. */
  protected readonly others = computed(() => {
    const seen = new Set(
      this.me
        .memberships()
        .filter(
          ({ role, state }) => state === 'active' && (role === 'organizer' || role === 'program_leader'),
        )
        .map(({ cohortId }) => cohortId),
    );
    return this.cohorts().filter(({ id }) => id !== this.me.cohortId() && seen.has(id));
  });
  /** The one just before this, unless another is chosen. */
  protected readonly chosen = linkedSignal(() => {
    const begins = this.current()?.startsOn ?? '';
    return (this.others().find(({ startsOn }) => startsOn < begins) ?? this.others()[0])?.id ?? '';
  });
  protected readonly found = httpResource<ComparisonView>(() =>
    this.chosen() ? `/api/cohorts/${this.me.cohortId()}/comparison?with=${this.chosen()}` : undefined,
  );
  protected readonly view = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  /** Rules name things of either intake. */
  protected readonly naming = effect(() => {
    const found = this.view();
    if (found) this.releases.know(found.around);
  });
  protected readonly groups = computed(() => {
    const { modules, changes } = this.view() ?? { modules: [], changes: [] };
    return modules
      .map((module) => ({
        module,
        own: changes.find(({ id, what }) => what === 'module' && id === module.id),
        changes: changes.filter(({ moduleId, what }) => what === 'activity' && moduleId === module.id),
      }))
      .filter(({ own, changes: inside }) => own || inside.length > 0);
  });
  protected readonly firstDays = computed(() => {
    const { before, after } = this.view() ?? {};
    return before && after ? { before: before.startsOn, after: after.startsOn } : undefined;
  });
}
