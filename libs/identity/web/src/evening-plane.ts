import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { BigRing, Brand } from '@opiring/platform/ui';

/** The left half of sign-in: a ring in which one seat is kept. */
@Component({
  selector: 'op-evening-plane',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BigRing, Brand, TranslocoPipe],
  template: `
    <header class="si__plane eve">
      <op-big-ring [held]="3" />
      <div class="si__brand brand"><op-brand [size]="48" /></div>
      <p class="si__line serif">{{ 'identity.plane.seat' | transloco }}</p>
      @if (subline()) {
        <p class="si__sub">{{ subline() }}</p>
      }
    </header>
  `,
  styles: `
    :host {
      display: grid;
    }
    .si__line {
      max-width: 8.5em;
      white-space: pre-line;
    }
  `,
})
export class EveningPlane {
  readonly subline = input('');
}
