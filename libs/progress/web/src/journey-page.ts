import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PulseAsk } from '@opiring/circles/web';
import { AnnouncementStrip, CheckIn } from '@opiring/cohorts/web';
import type { JourneyView } from '@opiring/contract/progress';
import { Bead, ErrorState, Icon, JourneyRing, Loader } from '@opiring/platform/ui';
import { Dates, Language, Me, keepFresh, localText, paintedOnce } from '@opiring/platform/web';
import { CallRequest } from './call-request';
import { CertificateReasons } from './certificate-reasons';
import { currentOf, nextMeeting, ringOf } from './journey-facts';
import { JourneyMeeting } from './journey-meeting';
import { JourneyModules } from './journey-modules';
import { JourneyNext } from './journey-next';
import { JourneyNote } from './journey-note';
import { JourneyQuestions } from './journey-questions';
import { Marked } from './marked';

/** A leader's own way: where one stands, what is next, what was said, and when one meets. */
@Component({
  selector: 'op-journey-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AnnouncementStrip,
    Bead,
    CallRequest,
    CertificateReasons,
    CheckIn,
    ErrorState,
    Icon,
    JourneyMeeting,
    JourneyModules,
    JourneyNext,
    JourneyNote,
    JourneyQuestions,
    JourneyRing,
    Loader,
    Marked,
    PulseAsk,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './journey-page.html',
  styles: `
    .jo2--one {
      grid-template-columns: minmax(0, 1fr);
    }
    .seen {
      margin-top: 1.5rem;
    }
  `,
})
export class JourneyPage {
  private readonly me = inject(Me);
  private readonly page = inject(DOCUMENT);
  protected readonly dates = inject(Dates);
  protected readonly language = inject(Language);

  protected readonly journey = httpResource<JourneyView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/journey` : undefined;
  });
  /** Opened once: what is next does not change by the minute. */
  private readonly now = new Date().toISOString();
  private readonly view = computed(() => (this.journey.hasValue() ? this.journey.value() : null));

  /** The long list of all there is to do stands further down, and comes once the first things can be seen. */
  protected readonly seen = paintedOnce(() => this.view() !== null);

  constructor() {
    keepFresh(['facts', 'meetings', 'curriculum', 'people'], this.journey);
  }

  /** The form goes with what it was for, and the focus with it. */
  protected checkedIn(): void {
    this.page.getElementById('h')?.focus();
    this.journey.reload();
  }

  protected readonly firstName = computed(() => this.view()?.me.name.split(' ')[0] ?? '');
  protected readonly current = computed(() => {
    const view = this.view();
    return view && currentOf(view);
  });
  protected readonly meeting = computed(() => {
    const view = this.view();
    return view && nextMeeting(view, this.now);
  });
  /** Names are taken now, by a code seen in the room. */
  protected readonly checkIn = computed(() => this.view()?.meetings.find(({ can }) => can.checkIn));
  protected readonly inclusive = computed(() =>
    this.view()?.questions.some(({ strand }) => strand === 'inclusive'),
  );
  protected readonly ring = computed(() => {
    const view = this.view();
    return (
      view &&
      ringOf(view, {
        title: (module) => localText(module.title, this.language.current()).text,
        dayOf: (instant) => this.dates.dayOf(instant),
        now: this.now,
      })
    );
  });
  /** Which sentence says where one stands. */
  protected readonly lead = computed(() => {
    const view = this.view();
    if (!view) return 'progress.journey.leadBefore';
    if (view.today < view.cohort.startsOn) return 'progress.journey.leadBefore';
    if (view.today > view.cohort.endsOn) return 'progress.journey.leadAfter';
    return this.current() ? 'progress.journey.lead' : 'progress.journey.leadBetween';
  });
  protected readonly leadParams = computed(() => ({
    n: this.current()?.number ?? 0,
    title: localText(this.current()?.module.title, this.language.current()).text,
    next: Math.min(this.view()?.next.length ?? 0, 3),
    day: this.dates.day(this.view()?.cohort.startsOn ?? ''),
  }));
  protected readonly summaryParams = computed(() => ({
    modules: this.ring()?.modules.length ?? 0,
    questions: this.ring()?.questions.length ?? 0,
    today: this.dates.day(this.view()?.today ?? ''),
    n: this.current()?.number ?? 0,
  }));
}
