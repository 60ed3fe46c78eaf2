import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { seatPaths } from './arc';

/** Waiting: the page's outline first, and when it takes longer, people taking their seats one by one. */
@Component({
  selector: 'op-loader',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @if (long()) {
      <div class="bx c state">
        <svg class="ld" viewBox="0 0 120 120" width="120" height="120" aria-hidden="true">
          @for (path of seats; track path) {
            <path [attr.d]="path" [style.--k]="$index" />
          }
        </svg>
        <h2 class="state__h">{{ 'state.loadingLong' | transloco }}</h2>
        <p class="cap" role="status">{{ 'state.loadingLongMore' | transloco }}</p>
      </div>
    } @else {
      <div class="skl" role="status">
        <span class="vh">{{ 'state.loading' | transloco }}</span>
        <div class="sk sk--h"></div>
        <div class="sk sk--90"></div>
        <div class="sk sk--74"></div>
        @for (row of [70, 58]; track row) {
          <div class="skl__r">
            <span class="sk sk--o"></span>
            <div class="skl__t">
              <div class="sk" [style.width.%]="row"></div>
              <div class="sk sk--s"></div>
            </div>
          </div>
        }
      </div>
    }
  `,
})
export class Loader {
  protected readonly seats = seatPaths(60, 60, 46, 11);
  protected readonly long = signal(false);

  constructor() {
    const timer = setTimeout(() => this.long.set(true), 3000);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
