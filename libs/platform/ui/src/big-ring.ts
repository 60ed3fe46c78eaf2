import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { arc, seatPaths } from './arc';

/** The large ring of the evening plane: at sign-in one seat is amber, mine; on the public page the opening is. */
@Component({
  selector: 'op-big-ring',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg class="bigring" viewBox="0 0 800 800" aria-hidden="true">
      @for (path of inner; track path) {
        <path [attr.d]="path" class="in" />
      }
      @for (path of seats(); track path) {
        <path
          [attr.d]="path"
          [attr.class]="held() ? ($index + 1 === held() ? 'own' : null) : 'fil'"
          [attr.stroke-width]="held() ? 54 : 58"
        />
      }
      @if (!held()) {
        <path [attr.d]="opening" class="oa" />
      }
    </svg>
  `,
})
export class BigRing {
  /** The seat that is kept for me; null leaves the opening lit. */
  readonly held = input<number | null>(null);
  protected readonly inner = [270, 212, 154, 96].map((radius) => arc(400, 400, radius, 202, 518));
  protected readonly opening = arc(400, 400, 330, 168, 192);
  protected readonly seats = computed(() => seatPaths(400, 400, 330, 12));
}
