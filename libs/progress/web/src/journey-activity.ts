import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { JourneyActivityView } from '@opiring/contract/progress';
import { Bead, Icon, MaterialList, beadOf } from '@opiring/platform/ui';
import { Dates, Local, LocalPipe, RichText } from '@opiring/platform/web';
import { OwnException } from './own-exception';
import { byOwnWord, type Way, wayOf } from './activity-ways';

/** One activity of the journey: how it stands, how long it takes, where it is done, and the word that it is done. */
@Component({
  selector: 'op-journey-activity',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, Icon, Local, LocalPipe, MaterialList, OwnException, RichText, RouterLink, TranslocoPipe],
  templateUrl: './journey-activity.html',
  styleUrl: './journey-activity.css',
})
export class JourneyActivity {
  protected readonly dates = inject(Dates);
  readonly activity = input.required<JourneyActivityView>();
  /** What its rule says, where it has one. */
  readonly opening = input('');
  readonly busy = input(false);
  /** Only to look at: nothing leads anywhere and nothing is marked. */
  readonly looking = input(false);
  /** True when the person says it is done, false when they take that back. */
  readonly mark = output<boolean>();

  protected readonly beadOf = beadOf;
  protected readonly way = computed((): Way => (this.looking() ? {} : wayOf(this.activity())));
  protected readonly ownWord = computed(
    () =>
      !this.looking() && byOwnWord(this.activity()) && !['closed', 'excused'].includes(this.activity().state),
  );
  /** Long activities in halves of an hour. */
  protected readonly hours = computed(() => {
    const minutes = this.activity().minutes ?? 0;
    return minutes > 90 ? Math.round(minutes / 30) / 2 : 0;
  });
  protected readonly title = computed(() => this.activity().title);
}
