import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import { Attendance, Icon } from '@opiring/platform/ui';
import { Dates, Local, LocalPipe } from '@opiring/platform/web';
import { AgendaList } from './agenda-list';
import { CheckIn } from './check-in';
import { MeetingDay } from './meeting-day';
import { MeetingLog } from './meeting-log';

/** One meeting: when, where, what about; my answer, my calendar, and how it stands. */
@Component({
  selector: 'op-meeting-card',
  imports: [
    AgendaList,
    Attendance,
    CheckIn,
    Icon,
    Local,
    LocalPipe,
    MeetingDay,
    MeetingLog,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './meeting-card.html',
  styleUrl: './meeting-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingCard {
  protected readonly dates = inject(Dates);
  readonly meeting = input.required<MeetingView>();
  /** The one that comes next stands out. */
  readonly next = input(false);
  readonly reply = output<boolean>();
  readonly edit = output();
  readonly checkedIn = output();

  protected readonly day = computed(() => this.dates.dayOf(this.meeting().startsAt));
  protected readonly movedFrom = computed(() => {
    const from = this.meeting().movedFrom;
    return from ? this.dates.dayOf(from) : undefined;
  });
  /** Attendance can be recorded from the morning of the meeting's day. */
  protected readonly recordable = computed(
    () => this.meeting().can.recordAttendance && this.day() <= this.dates.today(),
  );
  /** How many come is said only where it tells of no single person. */
  protected readonly coming = computed(() => {
    const { coming = 0, can, state } = this.meeting();
    return can.recordAttendance && state === 'planned' && coming >= 5 ? coming : undefined;
  });
}
