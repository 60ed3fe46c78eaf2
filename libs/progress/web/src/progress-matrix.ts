import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  afterRenderEffect,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { CircleMark, Seat } from '@opiring/platform/ui';
import { Dates, Language, LocalPipe, paintedOnce } from '@opiring/platform/web';
import { type Cell, cellAfter } from './grid-keys';
import { columnsOf, dayAndMonth, headsOf, heldMeetings } from './matrix-words';
import { ALL_AT_ONCE, firstRange, rangeOf, slotsOf } from './row-window';

const views = ['modules', 'meetings', 'circles'] as const;
type View = (typeof views)[number];
/** Pixels: how high the frame and a row of a large cohort are, until they can be measured. */
const TALLEST = 832;
const ROW = 56;
/** Pixels of the page above the rows, at least, and how many rows are drawn first on however low a screen. */
const ABOVE = 600;
const FEWEST = 4;
/** Pixels: how wide a column of activities is at least, and the names where there is room for them. */
const COLUMN = 36;
const NAMES = 272;
const ROOMY = 760;

/**
 * The cohort by shape: a row for each seat, a column for each module or activity, then meetings and circles. Phones show one of
 * the three. One stop of the Tab key; arrows walk the cells. Of a large cohort only the rows in sight are drawn.
 * A cell is one element whose word the eye sees as a shape: thirty rows of sixty cells are on the page at once.
 */
@Component({
  selector: 'op-progress-matrix',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CircleMark, LocalPipe, RouterLink, Seat, TranslocoPipe],
  templateUrl: './progress-matrix.html',
  styleUrls: ['./progress-matrix.css', './matrix-cells.css'],
  host: { '(keydown)': 'walk($event)', '(focusin)': 'arrive($event)' },
})
export class ProgressMatrix {
  private readonly dates = inject(Dates);
  private readonly language = inject(Language);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');

  readonly matrix = input.required<ProgressMatrixView>();
  /** Those of its members who are looked for; all where absent. */
  readonly found = input<readonly ProgressMatrixView['members'][number][]>();
  protected readonly views = views;
  protected readonly view = signal<View>('modules');
  protected readonly columns = computed(() => columnsOf(this.matrix()));
  protected readonly heads = computed(() => headsOf(this.matrix()));
  protected readonly held = computed(() => {
    const language = this.language.current();
    return heldMeetings(this.matrix().meetings).map((meeting) => {
      const day = this.dates.dayOf(meeting.startsAt);
      return { ...meeting, day: this.dates.day(day), short: dayAndMonth(day, language) };
    });
  });
  protected readonly members = computed(() => this.found() ?? this.matrix().members);
  protected readonly many = computed(() => this.matrix().members.length > ALL_AT_ONCE);
  /** The seats of the ring, whoever is looked for. */
  protected readonly seats = computed(() => this.matrix().members.length);

  private readonly chosen = signal<Cell>({ row: 0, col: 0 });
  /** Where a key leads that is yet to be drawn. */
  private readonly awaited = signal<Cell | undefined>(undefined);
  /** The one cell that Tab leads to. */
  protected readonly at = computed(() => {
    const { row, col } = this.chosen();
    return { row: Math.max(0, Math.min(row, this.members().length - 1)), col };
  });
  protected readonly range = linkedSignal({
    source: computed(() => this.members().length),
    computation: (total) => firstRange(Math.max(FEWEST * ROW, innerHeight - ABOVE), ROW, total),
    equal: (one, other) => one.from === other.from && one.to === other.to,
  });
  private readonly painted = paintedOnce(() => true);
  /** Of sixty columns those in sight come first too; their heads keep the table as wide as it will be. */
  protected readonly cells = computed(() => {
    const columns = this.columns();
    const first = Math.ceil((innerWidth - (innerWidth > ROOMY ? NAMES : 0)) / COLUMN);
    return this.painted() || columns.length <= first ? columns : columns.slice(0, first);
  });
  /** Whether the rows are drawn to their end. */
  protected readonly whole = computed(() => this.cells().length === this.columns().length);
  protected readonly slots = computed(() => {
    const members = this.members();
    return slotsOf(members.length, this.range(), this.at().row).map((slot) => {
      const member = 'row' in slot ? members[slot.row] : undefined;
      return { ...slot, member, key: member?.membershipId ?? `gap ${'gap' in slot ? slot.before : ''}` };
    });
  });

  constructor() {
    afterNextRender(() => {
      const { nativeElement } = this.scroller();
      nativeElement.addEventListener('scroll', () => this.look(), { passive: true });
    });
    afterRenderEffect(() => {
      const to = this.awaited();
      this.slots();
      this.cells();
      if (to && untracked(() => this.focus(to))) this.awaited.set(undefined);
    });
    // Once the first rows have been painted, those around them are made ready; and again whenever others are looked for.
    afterRenderEffect(() => {
      this.members();
      if (this.painted()) untracked(() => this.look());
    });
  }

  /** A mark for each circle, up to what one sees at a glance; the number is in words beside them. */
  protected marks(circles: number): number[] {
    return Array.from({ length: Math.min(circles, 5) }, (_, n) => n);
  }

  /** Which rows are in sight now. */
  private look(): void {
    const { nativeElement: box } = this.scroller();
    const row = box.querySelector<HTMLElement>('tbody tr[data-r]')?.offsetHeight ?? 0;
    this.range.set(rangeOf(box.scrollTop, box.clientHeight || TALLEST, row || ROW, this.members().length));
  }

  protected arrive(event: FocusEvent): void {
    const cell = cellOf(event.target);
    const { row, col } = this.at();
    if (!cell || (cell.row === row && cell.col === col)) return;
    this.chosen.set(cell);
    this.awaited.set(undefined);
  }

  protected walk(event: KeyboardEvent): void {
    const from = cellOf(event.target);
    const to = from && cellAfter(event, from, this.members().length, this.shownColumns());
    if (!to) return;
    event.preventDefault();
    this.chosen.set(to);
    // A cell that is there answers the key at once; one that is yet to be drawn, as soon as it is.
    this.awaited.set(this.focus(to) ? undefined : to);
  }

  private focus({ row, col }: Cell): boolean {
    const { nativeElement: box } = this.scroller();
    const cell = box.querySelector<HTMLElement>(`[data-r="${row}"] [data-c="${col}"]`);
    if (!cell) return false;
    cell.focus({ preventScroll: true });
    // First the whole frame, so that its head stays in sight, then the cell within it.
    if (this.many()) box.scrollIntoView({ block: 'nearest' });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // The rows around it are drawn with it, not a moment after.
    if (this.painted()) this.look();
    return true;
  }

  /** A phone shows some of the columns; those it hides are not walked through. */
  private shownColumns(): number[] {
    const heads = [...this.scroller().nativeElement.querySelectorAll<HTMLElement>('thead [data-h]')];
    return heads
      .filter((head) => getComputedStyle(head).display !== 'none')
      .map((head) => Number(head.dataset['h']));
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

function cellOf(target: EventTarget | null): Cell | undefined {
  const cell = (target as HTMLElement | null)?.closest<HTMLElement>('[data-c]');
  const row = cell?.closest<HTMLElement>('[data-r]');
  return cell && row ? { row: Number(row.dataset['r']), col: Number(cell.dataset['c']) } : undefined;
}
