import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { Attendance, Bead, CircleMark, Seat, beadOf } from '@opiring/platform/ui';
import { Dates, Language, LocalPipe } from '@opiring/platform/web';
import { columnsOf, dayAndMonth, heldMeetings } from './matrix-words';

const views = ['modules', 'meetings', 'circles'] as const;
type View = (typeof views)[number];

/** The cohort by shape: a row for each seat, a column for each module, then meetings and circles. Phones show one of the three. */
@Component({
  selector: 'op-progress-matrix',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Attendance, Bead, CircleMark, LocalPipe, RouterLink, Seat, TranslocoPipe],
  templateUrl: './progress-matrix.html',
  styleUrl: './progress-matrix.css',
})
export class ProgressMatrix {
  private readonly dates = inject(Dates);
  private readonly language = inject(Language);

  readonly matrix = input.required<ProgressMatrixView>();
  protected readonly views = views;
  protected readonly view = signal<View>('modules');
  protected readonly columns = computed(() => columnsOf(this.matrix().modules));
  protected readonly held = computed(() => heldMeetings(this.matrix().meetings));
  protected readonly beadOf = beadOf;

  protected meetingDay(startsAt: string): string {
    return dayAndMonth(this.dates.dayOf(startsAt), this.language.current());
  }

  protected longDay(startsAt: string): string {
    return this.dates.day(this.dates.dayOf(startsAt));
  }

  /** A mark for each circle, up to what one sees at a glance; the number is in words beside them. */
  protected marks(circles: number): number[] {
    return Array.from({ length: Math.min(circles, 5) }, (_, n) => n);
  }

  protected turn(event: KeyboardEvent, index: number): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? views.length - 1 : step && index + step;
    if (to === undefined) return;
    event.preventDefault();
    const next = views[(to + views.length) % views.length] ?? 'modules';
    this.view.set(next);
    const list = (event.currentTarget as HTMLElement).parentElement;
    list?.querySelector<HTMLElement>(`#vaade-${next}`)?.focus();
  }
}
