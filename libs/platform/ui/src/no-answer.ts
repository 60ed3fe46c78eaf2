import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input } from '@angular/core';
import { ErrorState } from './error-state';

/** Nobody can say now who is here: without a network on a device that knows nobody, or while the server fails. */
@Component({
  selector: 'op-no-answer-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ErrorState],
  template: `<div class="wrap"><op-error [problem]="problem()" (retry)="again()" /></div>`,
})
export class NoAnswerPage {
  readonly status = input<string>();
  readonly requestId = input<string>();
  protected readonly problem = computed(() => ({
    status: Number(this.status() ?? 0),
    requestId: this.requestId(),
  }));

  constructor() {
    const again = () => this.again();
    addEventListener('online', again);
    inject(DestroyRef).onDestroy(() => removeEventListener('online', again));
  }

  /** The address is still the one asked for. */
  protected again(): void {
    location.reload();
  }
}
