import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ModuleView } from '@opiring/contract/curriculum';
import { timeWords } from './activity-words';
import { curriculumTotals } from './curriculum-totals';

/** How much time the whole draft asks for: with others, alone, and by kind of learning; it follows every edit. */
@Component({
  selector: 'op-running-totals',
  imports: [TranslocoPipe],
  template: `
    @if (totals().byKind.length) {
      <details class="rt">
        <summary class="cap">
          {{ 'curriculum.totals.all' | transloco: totals().academic }}
        </summary>
        <dl class="rt__l">
          @for (row of totals().byKind; track row.kind) {
            <div>
              <dt>{{ 'curriculum.kinds.' + row.kind | transloco }}</dt>
              <dd class="cap">
                {{ 'curriculum.totals.row' | transloco: { n: row.count, time: time(row.minutes) } }}
              </dd>
            </div>
          }
        </dl>
        @if (totals().untimed; as n) {
          <p class="cap">{{ 'curriculum.totals.untimed' | transloco: { n } }}</p>
        }
      </details>
    }
  `,
  styles: `
    .rt {
      margin-top: 0.75rem;
      font-variant-numeric: tabular-nums;
    }
    .rt summary {
      cursor: pointer;
      min-height: 2.75rem;
      align-content: center;
    }
    .rt__l {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
      gap: 0.75rem 1.5rem;
      margin: 0.25rem 0 0.75rem;
    }
    .rt__l dd {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunningTotals {
  private readonly words = inject(TranslocoService);
  readonly modules = input.required<readonly ModuleView[]>();
  protected readonly totals = computed(() => curriculumTotals(this.modules()));

  /** Called from the template, so that the words follow the language. */
  protected time(minutes: number): string {
    const { key, params } = timeWords(minutes);
    return this.words.translate(key, params);
  }
}
