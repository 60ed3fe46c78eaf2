import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { arc, FIRST_SEAT, LAST_SEAT, seatBearing, seatPaths } from './arc';

const COUNTABLE = 24;

/** Somebody's initials: of the first and the last of their names. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => word?.charAt(0).toLocaleUpperCase('et') ?? '').join('');
}

/**
 * Kohamärk: where somebody sits. A leader keeps one of the seats, mentors sit at the opening, the team is a plain ring.
 * Only a drawing: the name stands beside it in words.
 */
@Component({
  selector: 'op-seat',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg
      [attr.class]="'seat seat--' + kind()"
      viewBox="0 0 48 48"
      [attr.width]="size()"
      [attr.height]="size()"
      aria-hidden="true"
    >
      @if (kind() === 'org') {
        <circle cx="24" cy="24" r="20.4" class="own thin" />
      } @else {
        @if (crowd()) {
          <path [attr.d]="crowd()" class="oth oth--many" />
        }
        @for (path of others(); track $index) {
          <path [attr.d]="path" class="oth" />
        }
        <path [attr.d]="own()" class="own" />
      }
      <text x="24" y="25" class="ini">{{ initials() }}</text>
    </svg>
  `,
})
export class Seat {
  readonly name = input('');
  readonly kind = input<'leader' | 'mentor' | 'org'>('leader');
  /** 1…n, of leaders. */
  readonly seat = input<number | null>(null);
  readonly of = input(10);
  readonly size = input(44);

  protected readonly initials = computed(() => initialsOf(this.name()));
  private readonly seats = computed(() => Math.max(this.of(), this.seat() ?? 1));
  /** So many that nobody could count them: one dashed line stands for the seats of the others. */
  protected readonly crowd = computed(() =>
    this.seats() > COUNTABLE ? arc(24, 24, 21, FIRST_SEAT - 9, LAST_SEAT + 9) : '',
  );
  protected readonly others = computed(() => {
    if (this.crowd()) return [];
    const all = seatPaths(24, 24, 21, 9, this.seats());
    return this.kind() === 'leader' ? all.filter((_, n) => n + 1 !== this.seat()) : all;
  });
  protected readonly own = computed(() => {
    const seat = this.seat();
    if (this.kind() === 'mentor') return arc(24, 24, 20.4, 200, 160);
    if (seat === null) return '';
    const bearing = seatBearing(seat, this.seats());
    const half = this.crowd() ? 6 : Math.min(13, 117 / Math.max(this.seats() - 1, 1));
    return arc(24, 24, 20.4, bearing - half, bearing + half);
  });
}
