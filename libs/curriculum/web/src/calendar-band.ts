import { type CdkDrag, CdkDropList } from '@angular/cdk/drag-drop';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ActivityView, ModuleView } from '@opiring/contract/curriculum';
import { Dates, LocalPipe } from '@opiring/platform/web';
import { layBand, placed } from './calendar-band.layout';

interface Bead {
  meeting: MeetingView;
  column: number;
  day: string;
  was?: string;
}

/** Modules along the months, meetings as beads under them, today as a hand. Choosing a module opens it. */
@Component({
  selector: 'op-calendar-band',
  imports: [CdkDropList, TranslocoPipe, LocalPipe],
  templateUrl: './calendar-band.html',
  styleUrl: './calendar-band.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalendarBand {
  protected readonly dates = inject(Dates);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly modules = input.required<readonly ModuleView[]>();
  readonly meetings = input<readonly MeetingView[]>([]);
  readonly chosen = input<ModuleView>();
  readonly choose = output<ModuleView>();
  /** An activity was dropped on a module. */
  readonly take = output<{ activity: ActivityView; module: ModuleView }>();
  /** Its own module has it already, and a module goes nowhere here. */
  protected readonly takesActivities = (
    { data }: CdkDrag<Partial<ActivityView>>,
    { data: module }: CdkDropList<ModuleView>,
  ): boolean => data.moduleId !== undefined && data.moduleId !== module.id;

  protected readonly band = computed(() => layBand(this.modules()));
  /** Those without a place along the months stand in a row of their own. */
  protected readonly beside = computed(() => {
    const inBand = new Set(placed(this.modules()));
    return this.modules().filter((m) => !inBand.has(m));
  });
  protected readonly beads = computed<Bead[]>(() =>
    this.meetings().flatMap((meeting) => {
      const day = this.dates.dayOf(meeting.startsAt);
      const column = this.band()?.columnOf(day);
      if (column === undefined) return [];
      const was = meeting.movedFrom && this.dates.dayOf(meeting.movedFrom);
      return [{ meeting, column, day, ...(was && was !== day ? { was } : {}) }];
    }),
  );
  protected readonly today = computed(() => {
    const share = this.band()?.shareOf(this.dates.today());
    return share === undefined ? undefined : share * 100;
  });

  constructor() {
    // On a narrow screen the band scrolls: the chosen module is what one came for.
    afterRenderEffect(() => {
      const chosen = this.chosen() && this.host.nativeElement.querySelector<HTMLElement>('.cal__b .is-on');
      const scroller = this.host.nativeElement.querySelector<HTMLElement>('.cal');
      const place = chosen?.closest('li');
      if (scroller && place) scroller.scrollLeft = place.offsetLeft - scroller.clientWidth / 4;
    });
  }

  /** A month names its year where the band begins and where a year turns. */
  protected monthName(first: string, index: number): string {
    const name = this.dates.month(first);
    return index === 0 || first.slice(5, 7) === '01' ? `${name} ${first.slice(0, 4)}` : name;
  }
}
