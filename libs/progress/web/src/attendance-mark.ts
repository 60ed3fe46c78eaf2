import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AttendanceState } from '@opiring/contract/cohorts';
import { TranslocoPipe } from '@jsverse/transloco';

/** How somebody was at a meeting, by shape; `null` where nobody has written it down yet. */
@Component({
  selector: 'op-attendance-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <span class="at">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <rect x="3" y="3" width="14" height="14" rx="3" [class.f]="state() === 'present'" [class.gap]="state() === null" />
        @switch (state()) {
          @case ('online') {
            <path d="M3 10h14v4a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3z" class="f" />
          }
          @case ('part') {
            <path d="M10 3v14H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z" class="f" />
          }
          @case ('excused') {
            <path d="M7 10h6" class="bar" />
          }
        }
      </svg>
      <span class="vh">{{ word() | transloco }}</span>
    </span>
  `,
  styles: `
    .gap {
      stroke-dasharray: 2.5 2.5;
      stroke: var(--line-strong);
    }
    .bar {
      stroke: var(--juniper);
      stroke-width: 1.8;
      stroke-linecap: round;
    }
  `,
})
export class AttendanceMark {
  readonly state = input.required<AttendanceState | null>();
  protected readonly word = computed(() => `progress.attendance.${this.state() ?? 'unwritten'}`);
}
