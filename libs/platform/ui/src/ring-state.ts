import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { arc, seatPaths } from './arc';

/** The drawing of a state: every seat taken but the open one (404), empty seats (nothing yet), a calm line (all is done). */
@Component({
  selector: 'op-ring-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg class="er" viewBox="0 0 200 200" width="200" height="200" aria-hidden="true">
      @if (kind() === 'calm') {
        <path [attr.d]="line" class="line" />
      } @else {
        @for (path of seats; track path) {
          <path [attr.d]="path" [class.s]="kind() === 'missing'" />
        }
        <path [attr.d]="opening" class="o" />
      }
    </svg>
  `,
})
export class RingState {
  readonly kind = input.required<'missing' | 'empty' | 'calm'>();
  protected readonly seats = seatPaths(100, 100, 78, 12);
  protected readonly opening = arc(100, 100, 78, 192, 168);
  protected readonly line = arc(100, 100, 78, 204, 516);
}
