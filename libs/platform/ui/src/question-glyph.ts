import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { arc, pointAt } from './arc';

/** The sign of one of the four guiding questions: what matters, the talk, the self, the whole. Others get a plain ring. */
@Component({
  selector: 'op-question-glyph',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg class="qg" viewBox="0 0 48 48" [attr.width]="size()" [attr.height]="size()" aria-hidden="true">
      @switch (question()) {
        @case (1) {
          <circle cx="24" cy="24" r="5.5" fill="none" />
          @for (dot of dots; track $index) {
            <circle [attr.cx]="dot.x" [attr.cy]="dot.y" r="2.8" class="f" />
          }
        }
        @case (2) {
          <path d="M18.53 39.04A16 16 0 0 1 18.53 8.96" />
          <path d="M29.47 8.96A16 16 0 0 1 29.47 39.04" />
          <path d="M17 24h14" class="d" />
        }
        @case (3) {
          <path [attr.d]="ring" />
          <circle cx="24" cy="24" r="5" class="f" />
        }
        @default {
          @for (path of rings(); track $index) {
            <path [attr.d]="path" />
          }
        }
      }
    </svg>
  `,
})
export class QuestionGlyph {
  readonly question = input.required<number>();
  readonly size = input(44);
  protected readonly dots = [0, 60, 120, 240, 300].map((bearing) => pointAt(24, 24, 17, bearing));
  protected readonly ring = arc(24, 24, 17, 205, 515);
  protected readonly rings = computed(() =>
    (this.question() === 4 ? [18, 11.5, 5] : [17]).map((radius) => arc(24, 24, radius, 205, 515)),
  );
}
