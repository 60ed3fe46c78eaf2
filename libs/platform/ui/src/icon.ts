import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type IconName, iconPaths } from './icon-paths';

/** A drawing beside words; never the only name of a control. */
@Component({
  selector: 'op-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg class="ico" [attr.width]="size()" [attr.height]="size()" viewBox="0 0 24 24" aria-hidden="true">
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: ':host { display: contents }',
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input(20);
  protected readonly path = computed(() => iconPaths[this.name()]);
}
