import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RingView } from '@opiring/contract/arc';
import type { CurriculumView } from '@opiring/contract/curriculum';
import { EmptyState, ErrorState, Icon, Loader, QuestionGlyph, Seat } from '@opiring/platform/ui';
import { Dates, Local, Me } from '@opiring/platform/web';
import { EntryBody } from './entry-body';
import { questionsOf } from './questions';
import { stepOf } from './ring-steps';

/**
 * One question read together: what people shared with the cohort, one seat at a time, the first and the last answer next to
 * each other. Large enough for a wall; the arrow keys and a presenter's clicker pass it on.
 */
@Component({
  selector: 'op-ring-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    EmptyState,
    EntryBody,
    ErrorState,
    Icon,
    Loader,
    Local,
    QuestionGlyph,
    RouterLink,
    Seat,
    TranslocoPipe,
  ],
  templateUrl: './ring-page.html',
  styleUrl: './ring-page.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class RingPage {
  readonly nr = input<string>();
  /** Whose seat is read; the first one where the address does not say. */
  readonly koht = input<string>();
  private readonly page = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  protected readonly moments = ['start', 'end'] as const;

  protected readonly curriculum = httpResource<CurriculumView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/curriculum` : undefined;
  });
  protected readonly questions = computed(() =>
    this.curriculum.hasValue() ? questionsOf(this.curriculum.value()) : [],
  );
  protected readonly question = computed(() =>
    this.questions().find(({ position }) => String(position) === this.nr()),
  );
  protected readonly ring = httpResource<RingView>(() => {
    const question = this.question();
    return question ? `/api/cohorts/${this.me.cohortId()}/questions/${question.id}/ring` : undefined;
  });
  protected readonly seats = computed(() => (this.ring.hasValue() ? this.ring.value().seats : []));
  protected readonly at = computed(() => {
    const found = this.seats().findIndex(({ person }) => person.membershipId === this.koht());
    return Math.max(found, 0);
  });
  protected readonly seat = computed(() => this.seats()[this.at()]);
  protected readonly answers = computed(() => {
    const seat = this.seat();
    return this.moments.flatMap((moment) => {
      const answer = seat?.[moment];
      return answer ? [{ moment, answer }] : [];
    });
  });
  protected readonly participant = computed(() => this.me.role() === 'participant');
  private shown: string | undefined;

  constructor() {
    // After passing on, the reading begins at the top and a screen reader hears whose words these are.
    effect(() => {
      const id = this.seat()?.person.membershipId;
      untracked(() => {
        if (id && this.shown && id !== this.shown) setTimeout(() => this.arrive());
        this.shown = id;
      });
    });
  }

  protected go(index: number): void {
    const seat = this.seats()[index];
    if (!seat) return;
    void this.router.navigate([], {
      queryParams: { koht: seat.person.membershipId },
      replaceUrl: true,
    });
  }

  protected press(event: KeyboardEvent): void {
    const { scrollY, innerHeight } = this.page.defaultView ?? { scrollY: 0, innerHeight: 0 };
    const reached = {
      top: scrollY <= 2,
      bottom: scrollY + innerHeight >= this.page.documentElement.scrollHeight - 2,
    };
    const next = stepOf(event, { at: this.at(), of: this.seats().length }, reached);
    if (next === null) return;
    event.preventDefault();
    this.go(next);
  }

  private arrive(): void {
    this.page.defaultView?.scrollTo(0, 0);
    this.page.getElementById('whose')?.focus({ preventScroll: true });
  }
}
