import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeliveriesView, ReceiverView } from '@opiring/contract/systems';
import { ErrorState, Loader } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

/** How the latest messages went: what kind, when, what was answered. No bodies are kept. */
@Component({
  selector: 'op-delivery-log',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ErrorState, Loader, TranslocoPipe],
  templateUrl: './delivery-log.html',
  styleUrl: './delivery-log.css',
})
export class DeliveryLog {
  protected readonly dates = inject(Dates);
  readonly receiver = input.required<ReceiverView>();
  /** Another number: read again. */
  readonly turn = input(0);
  protected readonly log = httpResource<DeliveriesView>(() => {
    this.turn();
    return `/api/receivers/${this.receiver().id}/deliveries`;
  });
}
