import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EntryOccasion } from '@opiring/contract/journal';

/** What an entry answers, in few words: „2. küsimus, keskel“. */
@Component({
  selector: 'op-occasion',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `{{ key() | transloco: place() }}`,
})
export class OccasionWords {
  readonly of = input.required<EntryOccasion>();
  protected readonly key = computed(() => {
    const { questionId, activityId } = this.of();
    return questionId
      ? 'journal.occasion.question'
      : activityId
        ? 'journal.occasion.activity'
        : 'journal.occasion.free';
  });
  protected readonly place = computed(() => ({
    n: this.of().questionPosition ?? 0,
    moment: this.of().moment ?? 'none',
  }));
}
