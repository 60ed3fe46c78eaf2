import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { seatPaths } from './arc';

/** The mark: ten seats and a tilde make the letter Õ; with the word beside it. */
@Component({
  selector: 'op-brand',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg class="mark" viewBox="0 0 48 48" [attr.width]="size()" [attr.height]="size()" aria-hidden="true">
      <g fill="none" stroke="currentColor" stroke-width="5">
        @for (path of seats; track $index) {
          <path [attr.d]="path" />
        }
      </g>
      <path
        d="M15 7.6c2.6-4.2 6-3.6 9-1.6s6.3 2.4 9-1.8"
        class="mark__tilde"
        fill="none"
        stroke-width="3.6"
        stroke-linecap="round"
      />
    </svg>
    <span>Õpiring</span>
  `,
  styles: ':host { display: contents }',
})
export class Brand {
  readonly size = input(40);
  protected readonly seats = seatPaths(24, 28.9, 15, 9.5);
}
