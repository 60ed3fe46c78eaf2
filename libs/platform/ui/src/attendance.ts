import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

export type AttendanceMark = 'present' | 'online' | 'part' | 'absent' | 'excused';

/** Whether somebody was there, by shape, and in words for who does not see it. */
@Component({
  selector: 'op-attendance',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <span class="at" [attr.data-state]="state() ?? 'none'">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <rect
          x="3"
          y="3"
          width="14"
          height="14"
          rx="3"
          [class.f]="state() === 'present'"
          [class.none]="!state()"
        />
        @switch (state()) {
          @case ('online') {
            <path d="M3 10h14v4a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3z" class="f" />
          }
          @case ('part') {
            <path d="M10 3v14H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z" class="f" />
          }
          @case ('excused') {
            <path d="M6.500 10h7" class="stroke" />
          }
        }
      </svg>
      <span [class.vh]="!words()">{{ 'attendance.' + (state() ?? 'none') | transloco }}</span>
    </span>
  `,
})
export class Attendance {
  readonly state = input<AttendanceMark | null>(null);
  /** Shows the word beside the shape. */
  readonly words = input(false);
}
