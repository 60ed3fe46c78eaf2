import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { JourneyView } from '@opiring/contract/progress';
import { CircleMark, QuestionGlyph, Seat } from '@opiring/platform/ui';
import { Dates, LocalPipe } from '@opiring/platform/web';
import { nextCards } from './next-things';

/** At most three things one may do now; the first is the one the page offers with a button. */
@Component({
  selector: 'op-journey-next',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CircleMark, LocalPipe, NgTemplateOutlet, QuestionGlyph, RouterLink, Seat, TranslocoPipe],
  templateUrl: './journey-next.html',
})
export class JourneyNext {
  private readonly dates = inject(Dates);
  readonly journey = input.required<JourneyView>();
  /** Only to look at: what is offered is said, and leads nowhere. */
  readonly looking = input(false);
  protected readonly cards = computed(() => nextCards(this.journey(), this.dates));
}
