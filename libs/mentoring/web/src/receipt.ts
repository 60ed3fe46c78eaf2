import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadingView } from '@opiring/contract/journal';
import type { Page } from '@opiring/contract/text';
import { personWords } from '@opiring/journal/web';
import { Seat } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

/** Who has read it, and when: the author's alone. */
@Component({
  selector: 'op-receipt',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Seat, TranslocoPipe],
  styleUrl: './receipt.css',
  template: `
    <section aria-labelledby="rc-h">
      <h2 id="rc-h" class="kick">{{ 'mentoring.receipt.title' | transloco }}</h2>
      <ul>
        @for (reading of readings.hasValue() ? readings.value().items : []; track $index) {
          <li class="per">
            <op-seat
              [name]="reading.reader.name"
              [kind]="words(reading.reader).seat"
              [seat]="reading.reader.seat"
              [size]="36"
            />
            <span
              ><b>{{ reading.reader.name }}</b
              ><span class="cap num">{{ dates.when(reading.readAt) }}</span></span
            >
          </li>
        } @empty {
          @if (readings.hasValue()) {
            <li class="cap">{{ 'mentoring.receipt.none' | transloco }}</li>
          }
        }
      </ul>
      <p class="tiny">{{ 'mentoring.receipt.yours' | transloco }}</p>
    </section>
  `,
})
export class Receipt {
  readonly entryId = input.required<string>();
  protected readonly dates = inject(Dates);
  protected readonly words = personWords;
  protected readonly readings = httpResource<Page<ReadingView>>(
    () => `/api/entries/${this.entryId()}/readings`,
  );
}
