import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ModuleView } from '@opiring/contract/curriculum';
import { Dates, LocalPipe } from '@opiring/platform/web';
import { layBand, placed } from './calendar-band.layout';
import { InHand } from './in-hand';
import { ModuleTray } from './module-tray';

interface Bead {
  meeting: MeetingView;
  column: number;
  day: string;
  was?: string;
}

/** Modules along the months, meetings as beads under them, today as a hand. Choosing a module opens it. */
@Component({
  selector: 'op-calendar-band',
  imports: [LocalPipe, ModuleTray, TranslocoPipe],
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
  protected readonly hand = inject(InHand, { optional: true });
  /** Some of the modules cannot be reached where the band stands now. */
  protected readonly away = signal(false);

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
    effect((done) => {
      if (!this.hand?.any()) return this.away.set(false);
      // Once out of sight it stays within reach until the pointer lets go: targets do not jump about.
      const look = (): void => this.away.update((away) => away || !this.inSight());
      look();
      const heard = { capture: true, passive: true };
      document.addEventListener('scroll', look, heard);
      done(() => document.removeEventListener('scroll', look, heard));
    });
  }

  /** For what is carried by a pointer: the module takes it here. */
  protected takes(module: ModuleView): string | null {
    return this.hand?.takes(module) ? module.id : null;
  }

  private inSight(): boolean {
    const { innerWidth, innerHeight } = window;
    return [...this.host.nativeElement.querySelectorAll('.cm')].every((place) => {
      const { top, right, bottom, left } = place.getBoundingClientRect();
      return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    });
  }

  /** A month names its year where the band begins and where a year turns. */
  protected monthName(first: string, index: number): string {
    const name = this.dates.month(first);
    return index === 0 || first.slice(5, 7) === '01' ? `${name} ${first.slice(0, 4)}` : name;
  }
}
