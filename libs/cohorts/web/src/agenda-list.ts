import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AgendaStepView } from '@opiring/contract/meetings';
import { Dates, Local } from '@opiring/platform/web';
import { timed } from './agenda-steps';

/** The day's steps as participants read them: when, what, how long. */
@Component({
  selector: 'op-agenda-list',
  imports: [Local, TranslocoPipe],
  template: `
    <ol class="ag">
      @for (step of steps(); track $index) {
        <li [class.ag--break]="step.kind === 'break'">
          <span class="num ag__t">{{ dates.time(step.from) }}</span>
          <span class="ag__w">
            <span [opLocal]="step.title"></span>
            <span class="cap"
              >{{ 'cohorts.agenda.kind.' + step.kind | transloco }} ·
              {{ 'cohorts.agenda.minutes' | transloco: { n: step.minutes } }}</span
            >
          </span>
        </li>
      }
    </ol>
  `,
  styles: `
    .ag {
      list-style: none;
      margin: 0.75rem 0 0;
      padding: 0;
      max-width: 40rem;
    }
    .ag li {
      display: grid;
      grid-template-columns: 3.5rem minmax(0, 1fr);
      gap: 0.25rem 1rem;
      padding: 0.6rem 0;
      border-top: 1px solid var(--line);
      break-inside: avoid;
    }
    .ag__t {
      color: var(--ink-2);
    }
    .ag__w > .cap {
      display: block;
    }
    .ag--break {
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgendaList {
  protected readonly dates = inject(Dates);
  readonly agenda = input.required<readonly AgendaStepView[]>();
  readonly startsAt = input.required<string>();
  protected readonly steps = computed(() => timed(this.agenda(), this.startsAt()));
}
