import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ArcPlaceView, ArcView } from '@opiring/contract/arc';
import type { RuleNames } from '@opiring/contract/release.values';
import { ReleaseWords } from '@opiring/curriculum/web';
import { Bead, Icon, beadOf } from '@opiring/platform/ui';
import { Dates, Local } from '@opiring/platform/web';
import { besideOthers, marksOf, wasAskedOtherwise } from './question-arc';
import { widestOf } from './readers';

/** One of the three places of an arc: the answer in its author's words, or the place that waits for one. */
@Component({
  selector: 'op-arc-place',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, Icon, Local, RouterLink, TranslocoPipe],
  templateUrl: './arc-place.html',
  styles: `
    :host {
      display: block;
    }
    .said {
      overflow-wrap: anywhere;
    }
    .pl__go {
      margin-top: 0.75rem;
    }
    .pl__asked {
      margin-top: 0.5rem;
    }
    .pl__asked q {
      font-family: var(--font-read);
      quotes: '„' '“';
    }
  `,
})
export class ArcPlace {
  readonly arc = input.required<ArcView>();
  readonly place = input.required<ArcPlaceView>();
  /** The published curriculum, whose modules and activities a rule may name. */
  readonly modules = input<RuleNames['modules']>([]);
  /** Whether a thought for oneself may be put down here already. */
  readonly offers = input(false);
  readonly noting = output();
  protected readonly dates = inject(Dates);
  protected readonly releases = inject(ReleaseWords);
  protected readonly around = computed(() => ({ modules: this.modules(), meetings: this.arc().meetings }));
  protected readonly bead = computed(() => beadOf(this.place().state));
  protected readonly answer = computed(() => this.place().answer);
  protected readonly reads = computed(() =>
    widestOf(this.answer()?.shares.map(({ audience }) => audience) ?? []),
  );
  protected readonly paragraphs = computed(() => {
    const answer = this.answer();
    return answer ? besideOthers(answer.body, marksOf(this.arc().words, this.place().moment)) : [];
  });
  protected readonly askedOtherwise = computed(() => wasAskedOtherwise(this.arc(), this.place()));
  protected readonly way = computed(() => {
    const { activityId, moment } = this.place();
    return activityId ? { activity: activityId } : { question: this.arc().question.id, moment };
  });
}
