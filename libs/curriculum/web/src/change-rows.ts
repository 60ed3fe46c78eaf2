import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ChangeView, ModuleView } from '@opiring/contract/curriculum';
import { type ChangeRow, ChangeWords, type FirstDays } from './change-words';
import { DifferenceRow } from './difference-row';

/** The published words beside the draft's, or one intake's beside another's. */
@Component({
  selector: 'op-change-rows',
  imports: [DifferenceRow, TranslocoPipe],
  template: `
    @for (row of rows(); track $index) {
      <op-difference-row
        [label]="rows().length > 1 || labelled() ? row.label : ''"
        [row]="row"
        [sides]="
          sides() ?? ['curriculum.change.published' | transloco, 'curriculum.change.draft' | transloco]
        "
      />
    }
  `,
  styleUrl: './change-rows.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeRows {
  private readonly words = inject(ChangeWords);
  readonly change = input.required<ChangeView>();
  readonly modules = input.required<readonly Pick<ModuleView, 'id' | 'title'>[]>();
  /** Names the field even where it is the only one. */
  readonly labelled = input(false);
  /** What the two sides are called, where they are not what is published and the draft. */
  readonly sides = input<readonly [before: string, after: string]>();
  /** Where days count from each side's own first day. */
  readonly firstDays = input<FirstDays>();

  protected rows(): ChangeRow[] {
    return this.words.rows(this.change(), this.modules(), this.firstDays());
  }
}
