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
  template: `
    @if (log.hasValue()) {
      @if (log.value().deliveries.length) {
        <div
          class="dl"
          tabindex="0"
          role="region"
          [attr.aria-label]="'systems.log.title' | transloco: { name: receiver().name }"
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{{ 'systems.log.type' | transloco }}</th>
                <th scope="col">{{ 'systems.log.made' | transloco }}</th>
                <th scope="col">{{ 'systems.log.result' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (one of log.value().deliveries; track one.id) {
                <tr>
                  <th scope="row">{{ one.type }}</th>
                  <td>{{ dates.when(one.madeAt) }}</td>
                  <td>
                    {{ 'systems.log.state.' + one.state | transloco }}
                    @if (one.attempts) {
                      <span class="cap">
                        {{ 'systems.log.attempts' | transloco: { n: one.attempts } }} ·
                        {{
                          (one.status ? 'systems.log.status' : 'systems.log.noAnswer')
                            | transloco: { status: one.status }
                        }}
                      </span>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else {
        <p class="cap">{{ 'systems.log.none' | transloco }}</p>
      }
    } @else if (log.error()) {
      <op-error [problem]="log.error()" (retry)="log.reload()" />
    } @else {
      <op-loader />
    }
  `,
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
