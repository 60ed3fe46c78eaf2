import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnExceptionView } from '@opiring/contract/exceptions';
import { Dates } from '@opiring/platform/web';

/** What was agreed with me about this very thing: that it is open earlier or does not count, with whom, by whom and why. */
@Component({
  selector: 'op-own-exception',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <p class="cap">
      <b>{{ 'progress.exceptions.own.' + of().kind | transloco }}</b>
      @if (of().fromOn; as day) {
        · {{ 'progress.exceptions.own.from' | transloco: { day: dates.day(day) } }}
      }
      @if (of().with; as name) {
        · {{ 'progress.exceptions.with' | transloco: { name } }}
      }
    </p>
    <p class="cap">
      {{ 'progress.exceptions.own.why' | transloco: { name: of().by ?? '', known: of().by ? 'yes' : 'no' } }}
      {{ of().reason }}
    </p>
  `,
})
export class OwnException {
  protected readonly dates = inject(Dates);
  readonly of = input.required<OwnExceptionView>();
}
