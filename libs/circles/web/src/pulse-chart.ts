import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { provideTranslocoScope, TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PulseView } from '@opiring/contract/pulse';
import { PULSE_ANSWERS } from '@opiring/contract/pulse.values';
import { Dates, Me, wordsHere } from '@opiring/platform/web';
import { pulseColumns, pulseRows } from './pulse-chart.layout';

/** How safe it was to speak, meeting by meeting; nobody stands behind a dot. */
@Component({
  selector: 'op-pulse-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  providers: [provideTranslocoScope('circles')],
  template: `
    @if (here() && pulse.hasValue()) {
      <section aria-labelledby="pu">
        <h2 id="pu">{{ 'circles.pulse.title' | transloco }}</h2>
        <p class="cap st__s">{{ 'circles.pulse.more' | transloco }}</p>
        @if (columns().length) {
          <svg class="pl" viewBox="0 0 430 250" role="img" [attr.aria-label]="said()">
            @for (row of rows; track row.answer) {
              <text x="92" class="pl-r" [attr.y]="row.y + 4">
                {{ 'circles.pulse.answer.' + row.answer | transloco }}
              </text>
              <path class="pl-l" [attr.d]="'M104 ' + row.y + 'H420'" />
            }
            @for (column of columns(); track column.meetingId) {
              <text y="238" class="pl-d" [attr.x]="column.x">{{ dates.short(column.heldOn) }}</text>
              @if (column.few) {
                <text y="112" class="pl-d" [attr.x]="column.x">{{ 'circles.pulse.few' | transloco }}</text>
              }
              @for (dot of column.dots; track $index) {
                <circle class="pl-c" [attr.cx]="dot.x" [attr.cy]="dot.y" [attr.r]="dot.r" />
              }
              @for (bar of column.bars; track bar.y) {
                <path class="pl-b" [attr.d]="'M' + bar.from + ' ' + bar.y + 'H' + bar.to" />
                <text class="pl-n" [attr.x]="bar.to + 8" [attr.y]="bar.y + 5">{{ bar.people }}</text>
              }
            }
          </svg>
        } @else {
          <p>{{ 'circles.pulse.none' | transloco }}</p>
        }
      </section>
    }
  `,
  styles: `
    .pl-b {
      stroke: var(--juniper);
      stroke-width: 10;
      stroke-linecap: round;
    }
    .pl .pl-n {
      font-size: 13px;
    }
  `,
})
export class PulseChart {
  private readonly me = inject(Me);
  private readonly words = inject(TranslocoService);
  protected readonly here = wordsHere('circles');
  protected readonly dates = inject(Dates);
  protected readonly rows = pulseRows;
  protected readonly pulse = httpResource<PulseView>(() => {
    const cohortId = this.me.cohortId();
    return cohortId ? `/api/cohorts/${cohortId}/pulse` : undefined;
  });
  private readonly meetings = computed(() => (this.pulse.hasValue() ? this.pulse.value().meetings : []));
  protected readonly columns = computed(() => pulseColumns(this.meetings()));

  /** The drawing in words, for whoever does not see it; said anew with the days when the language changes. */
  protected readonly said = computed(() => {
    const meetings = this.meetings().slice(-3);
    const each = meetings.map(({ heldOn, totals }) => {
      const day = this.dates.day(heldOn);
      if (!totals) return this.words.translate<string>('circles.pulse.saidFew', { day });
      const counts = PULSE_ANSWERS.filter((answer) => totals[answer] > 0).map(
        (answer) => `${this.words.translate<string>(`circles.pulse.answer.${answer}`)} ${totals[answer]}`,
      );
      return this.words.translate<string>('circles.pulse.said', { day, totals: counts.join(', ') });
    });
    return `${this.words.translate<string>('circles.pulse.chart')} ${each.join('. ')}.`;
  });
}
