import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingsView } from '@opiring/contract/cohorts';
import type { CurriculumView } from '@opiring/contract/curriculum';
import type { JourneyView } from '@opiring/contract/progress';
import type { ViewAs, ViewedState } from '@opiring/contract/view-as';
import { Attendance, ErrorState, Icon, JourneyRing, Loader } from '@opiring/platform/ui';
import { Dates, Language, Local, Me, localText } from '@opiring/platform/web';
import { CertificateReasons } from './certificate-reasons';
import { ringOf } from './journey-facts';
import { JourneyModules } from './journey-modules';
import { JourneyNext } from './journey-next';
import { JourneyQuestions } from './journey-questions';
import { type Invented, ViewAsForm } from './view-as-form';

/** The journey as a leader who is nobody would have it: of the draft or of what is published, from facts one invents here. */
@Component({
  selector: 'op-view-as-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    Attendance,
    CertificateReasons,
    ErrorState,
    Icon,
    JourneyModules,
    JourneyNext,
    JourneyQuestions,
    JourneyRing,
    Loader,
    Local,
    RouterLink,
    TranslocoPipe,
    ViewAsForm,
  ],
  templateUrl: './view-as-page.html',
  styleUrl: './view-as-page.css',
})
export class ViewAsPage {
  private readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  protected readonly language = inject(Language);

  private at(path: string): string | undefined {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/${path}` : undefined;
  }
  private readonly curriculum = httpResource<CurriculumView>(() => this.at('curriculum'));
  private readonly found = httpResource<MeetingsView>(() => this.at('meetings'));
  protected readonly meetings = computed(() =>
    (this.found.hasValue() ? this.found.value().meetings : []).filter(({ state }) => state !== 'cancelled'),
  );
  protected readonly published = computed(() =>
    this.curriculum.hasValue() ? this.curriculum.value().edition !== null : true,
  );
  protected readonly of = signal<ViewedState>('draft');
  protected readonly modules = computed(() =>
    (this.curriculum.hasValue() ? this.curriculum.value().modules : []).map((module) => ({
      ...module,
      activities: module.activities.filter(({ draft }) =>
        this.of() === 'draft' ? draft !== 'retired' : draft !== 'new',
      ),
    })),
  );
  protected readonly asked = signal<Invented>({
    day: inject(Dates).today(),
    missed: [],
    done: [],
    doneUntil: null,
    paused: false,
  });

  protected readonly journey = httpResource<JourneyView>(() => {
    const url = this.at('journey/as-if');
    const { doneUntil, done, missed, ...rest } = this.asked();
    const known = new Set(this.modules().flatMap(({ activities }) => activities.map(({ id }) => id)));
    const body: ViewAs = {
      ...{ of: this.of(), ...rest, missed: [...missed], done: done.filter((id) => known.has(id)) },
      ...(doneUntil && { doneUntil }),
    };
    return url && rest.day ? { url, method: 'POST', body } : undefined;
  });
  /** What was shown last stays until the next is there. */
  protected readonly view = linkedSignal<JourneyView | undefined, JourneyView | undefined>({
    source: () => (this.journey.hasValue() ? this.journey.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly ring = computed(() => {
    const view = this.view();
    return (
      view &&
      ringOf(view, {
        title: (module) => localText(module.title, this.language.current()).text,
        dayOf: (instant) => this.dates.dayOf(instant),
        now: `${view.today}T23:59:59Z`,
      })
    );
  });
  protected readonly inclusive = computed(() =>
    this.view()?.questions.some(({ strand }) => strand === 'inclusive'),
  );
}
