import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RingState } from './ring-state';

/** Nothing here yet (`empty`) or nothing left to do (`calm`): a heading, a sentence, and the content's own buttons. */
@Component({
  selector: 'op-empty',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RingState],
  template: `
    <div class="state c">
      <op-ring-state [kind]="kind()" />
      <h2 class="state__h">{{ heading() }}</h2>
      @if (text()) {
        <p class="cap">{{ text() }}</p>
      }
      <ng-content />
    </div>
  `,
})
export class EmptyState {
  readonly kind = input<'empty' | 'calm'>('empty');
  readonly heading = input.required<string>();
  readonly text = input('');
}
