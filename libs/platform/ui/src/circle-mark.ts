import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { arc } from './arc';

/** A circle held (whole line) or planned (dotted). */
@Component({
  selector: 'op-circle-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg
      class="cmark"
      [class.cmark--plan]="!held()"
      viewBox="0 0 24 24"
      [attr.width]="size()"
      [attr.height]="size()"
      aria-hidden="true"
    >
      <path [attr.d]="path" />
    </svg>
  `,
})
export class CircleMark {
  readonly held = input(true);
  readonly size = input(18);
  protected readonly path = arc(12, 12, 8.5, 205, 515);
}
