import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonView } from '@opiring/contract/cohorts';
import type { AudienceView, ShareView } from '@opiring/contract/journal';
import { AudienceRing } from '@opiring/platform/ui';
import { personWords } from './person-words';
import { type Choice, readerOptions } from './readers';

/** Who may read this: rings from narrow to wide, by the names they hold today. Narrowest unless the author says otherwise. */
@Component({
  selector: 'op-reader-chooser',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AudienceRing, TranslocoPipe],
  templateUrl: './reader-chooser.html',
})
export class ReaderChooser {
  readonly audiences = input.required<readonly AudienceView[]>();
  readonly shares = input<readonly ShareView[]>([]);
  readonly offline = input(false);
  readonly choice = model.required<Choice>();

  protected readonly options = computed(() => readerOptions(this.audiences()));
  protected readonly chosen = computed(() => this.options().find((o) => o.audience === this.choice()));
  /** Who reads an earlier version now; said while the choice is narrower than that. */
  protected readonly current = computed(() => {
    const open = this.shares().filter((share) => share.audience !== this.choice());
    const people = new Map<string, PersonView>();
    for (const share of open) for (const one of share.recipients) people.set(one.membershipId, one);
    const names = [...people.values()].slice(0, 3).map((one) => personWords(one).first);
    return people.size > 3 ? `${names.join(', ')} …` : names.join(', ');
  });
}
