import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attendance, Bead, CircleMark, beadOf } from '@opiring/platform/ui';
import { ATTENDANCES, STATES } from './matrix-words';

/** What the beads mean. */
@Component({
  selector: 'op-state-legend',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, TranslocoPipe],
  template: `
    <ul class="lg" [attr.aria-label]="'progress.matrix.legend' | transloco">
      @for (state of states; track state) {
        <li><op-bead [state]="beadOf(state)" />{{ 'progress.state.' + state | transloco }}</li>
      }
    </ul>
  `,
})
export class StateLegend {
  protected readonly states = STATES;
  protected readonly beadOf = beadOf;
}

/** What the squares and the circles mean. */
@Component({
  selector: 'op-attendance-legend',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Attendance, CircleMark, TranslocoPipe],
  template: `
    <ul class="cap st__k" [attr.aria-label]="'progress.matrix.legendMeetings' | transloco">
      @for (state of states; track state) {
        <li><op-attendance [state]="state" [words]="true" /></li>
      }
      <li class="crs"><op-circle-mark />{{ 'progress.matrix.oneCircle' | transloco }}</li>
    </ul>
  `,
  styles: `
    li {
      display: inline-flex;
      gap: 0.4rem;
      align-items: center;
    }
    .st__k {
      list-style: none;
    }
  `,
})
export class AttendanceLegend {
  protected readonly states = ATTENDANCES;
}
