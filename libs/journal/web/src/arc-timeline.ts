import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ArcView } from '@opiring/contract/arc';
import { Bead } from '@opiring/platform/ui';
import { Dates, Local } from '@opiring/platform/web';
import { type ArcItem, hangs, itemsOf } from './arc-timeline-items';
import { besideOthers } from './question-arc';

/** As many as hang well on one arc; more of them stand in rows. */
const ON_ARC = 5;

/** What took place between the answers, and the thoughts put down meanwhile. */
@Component({
  selector: 'op-arc-timeline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Bead, Local, RouterLink, TranslocoPipe],
  templateUrl: './arc-timeline.html',
  styleUrl: './arc-timeline.css',
})
export class ArcTimeline {
  protected readonly dates = inject(Dates);
  readonly arc = input.required<ArcView>();
  protected readonly items = computed(() => itemsOf(this.arc(), (instant) => this.dates.dayOf(instant)));
  protected readonly rows = computed(() => this.items().length > ON_ARC);
  protected readonly hangs = (n: number): string => `${hangs(n, ON_ARC)}px`;
  /** How much of the arc is behind us: up to the last bead. */
  protected readonly walked = computed(() => {
    const x = Math.max(this.items().length - 1, 0) / ON_ARC;
    return `M0 64Q${round(500 * x)} ${round(64 - 112 * x)} ${round(1000 * x)} ${round(64 - 224 * x + 224 * x * x)}`;
  });

  protected beginning(item: ArcItem & { kind: 'moment' }): string {
    const first = besideOthers(item.answer.body, { words: [], mark: null }, 110)[0];
    return first?.map(({ text }) => text).join('') ?? item.answer.title;
  }

  /** The meeting or circle a thought came after, where it still stands on the way. */
  protected cameAfter({ answer }: ArcItem & { kind: 'moment' }) {
    return this.arc().facts.find(({ kind, id }) => kind === answer.after?.kind && id === answer.after.id);
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;
