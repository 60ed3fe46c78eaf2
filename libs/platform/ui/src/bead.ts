import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** How a thing stands, by shape: done, half, open, shut, now, pause, off (it does not count). */
export type BeadState = 'done' | 'half' | 'open' | 'shut' | 'now' | 'pause' | 'off';

/** The bead of the words on the wire: done, begun, ahead, paused, closed, excused. */
export function beadOf(state: 'done' | 'begun' | 'ahead' | 'paused' | 'closed' | 'excused'): BeadState {
  const beads = {
    done: 'done',
    begun: 'half',
    ahead: 'open',
    paused: 'pause',
    closed: 'shut',
    excused: 'off',
  } as const;
  return beads[state];
}

/** Only the drawing; the state's word stands beside it, visible or `.vh`. */
@Component({
  selector: 'op-bead',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg
      [attr.class]="'bead bead--' + state()"
      viewBox="0 0 20 20"
      [attr.width]="size()"
      [attr.height]="size()"
      aria-hidden="true"
    >
      @if (state() === 'pause') {
        <path d="M7 4.5v11M13 4.5v11" class="bars" />
      } @else {
        <circle cx="10" cy="10" r="7.5" />
      }
      @switch (state()) {
        @case ('done') {
          <circle cx="10" cy="10" r="7.5" class="f" />
        }
        @case ('half') {
          <path d="M10 2.5a7.5 7.5 0 0 0 0 15z" class="f" />
        }
        @case ('off') {
          <path d="M6.5 10h7" class="bars" />
        }
        @case ('now') {
          <circle cx="10" cy="10" r="3.2" class="f" />
        }
      }
    </svg>
  `,
})
export class Bead {
  readonly state = input.required<BeadState>();
  readonly size = input(20);
}
