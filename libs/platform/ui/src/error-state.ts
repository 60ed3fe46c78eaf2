import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { NotFound } from './not-found';

/** A failed reading. 404 is the seat that is not there; without a network it says so; else it names the request and offers to try again. */
@Component({
  selector: 'op-error',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe, NotFound],
  template: `
    @if (status() === 404) {
      <op-not-found />
    } @else {
      <div class="state" role="alert">
        <h2 class="state__h">{{ (status() === 0 ? 'state.offline' : 'state.error') | transloco }}</h2>
        <p class="cap">{{ (status() === 0 ? 'state.offlineMore' : 'state.errorMore') | transloco }}</p>
        @if (requestId()) {
          <p class="tiny">{{ 'state.errorCode' | transloco: { code: requestId() } }}</p>
        }
        <p class="row state__go">
          <button type="button" class="btn btn--main btn--s" (click)="retry.emit()">
            {{ 'action.retry' | transloco }}
          </button>
        </p>
      </div>
    }
  `,
})
export class ErrorState {
  /** What `httpResource().error()` gave. */
  readonly problem = input<unknown>();
  readonly retry = output();
  private readonly known = computed(() => (this.problem() ?? {}) as { status?: number; requestId?: string });
  protected readonly status = computed(() => this.known().status ?? -1);
  protected readonly requestId = computed(() => this.known().requestId ?? '');
}
