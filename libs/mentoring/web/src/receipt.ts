import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReceiptShareView, ReceiptView } from '@opiring/contract/journal';
import { personWords } from '@opiring/journal/web';
import { Seat } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

/** With whom, which version, since when, until when, and who opened it when: the author's alone. */
@Component({
  selector: 'op-receipt',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Seat, TranslocoPipe],
  styleUrl: './receipt.css',
  templateUrl: './receipt.html',
})
export class Receipt {
  readonly entryId = input.required<string>();
  protected readonly dates = inject(Dates);
  protected readonly words = personWords;
  protected readonly receipt = httpResource<ReceiptView>(() => `/api/entries/${this.entryId()}/receipt`);

  protected day(instant: string): string {
    return this.dates.day(this.dates.dayOf(instant));
  }

  /** The day it ended or will end, where there is one. */
  protected ended({ endedAt, until }: ReceiptShareView): string {
    const day = endedAt ? this.dates.dayOf(endedAt) : until;
    return day ? ` · ${this.dates.day(day)}` : '';
  }
}
