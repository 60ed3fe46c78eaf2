import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CopyPlanView, DateMove, DateProposal, ShiftedDate } from '@opiring/contract/reuse';
import { isNear } from './copy-days';
import { Icon } from '@opiring/platform/ui';
import { Dates, LocalPipe } from '@opiring/platform/web';

const GROUPS = [
  { name: 'meetings', holds: ['meeting'] },
  { name: 'modules', holds: ['module-starts', 'module-ends', 'cohort-ends'] },
  { name: 'opens', holds: ['activity-opens', 'rule-opens'] },
];

/** Every date before and after; what falls on a day off is told, with other days to take, one by one or all. */
@Component({
  selector: 'op-copy-dates',
  imports: [Icon, LocalPipe, TranslocoPipe],
  templateUrl: './copy-dates.html',
  styleUrl: './copy-dates.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyDates {
  protected readonly dates = inject(Dates);
  readonly plan = input.required<CopyPlanView>();
  readonly moved = output<DateMove[]>();

  protected readonly groups = computed(() =>
    GROUPS.map(({ name, holds }) => ({
      name,
      dates: this.plan().dates.filter(({ what }) => holds.includes(what)),
    })).filter(({ dates }) => dates.length > 0),
  );
  protected readonly fallen = computed(() => this.plan().dates.filter(({ falls }) => falls));
  protected readonly byHand = computed(() => this.plan().dates.filter(({ moved }) => moved));

  protected take(date: ShiftedDate, to: string): void {
    this.moved.emit([{ what: date.what, id: date.id, to }]);
  }

  /** A year half typed is no date yet: the field goes back to what holds. */
  protected type(date: ShiftedDate, field: HTMLInputElement): void {
    const near = (day: string): boolean => isNear(this.plan().firstDay, day);
    if (field.value && !near(field.value)) field.value = date.after;
    else this.take(date, field.value);
  }

  /** The same kind of day for all that fall on a day off; whatever has no such proposal takes its first. */
  protected takeAll(why: DateProposal['why']): void {
    this.moved.emit(
      this.fallen().flatMap(({ what, id, proposals }) => {
        const proposal = proposals.find((each) => each.why === why) ?? proposals[0];
        return proposal ? [{ what, id, to: proposal.to }] : [];
      }),
    );
  }

  /** Back to where the shift would have it. */
  protected release(dates: readonly ShiftedDate[]): void {
    this.moved.emit(dates.map(({ what, id }) => ({ what, id, to: '' })));
  }

  protected said(day: string): string {
    return `${this.dates.weekdayName(day)}, ${this.dates.day(day)}`;
  }
  protected hours({ hours }: ShiftedDate): string {
    return hours ? this.dates.clock(hours.from, hours.until) : '';
  }
}
