import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { Field } from '@opiring/platform/ui';
import { LocalPipe } from '@opiring/platform/web';
import { askedModule, isNarrow, NOTHING, type Sought } from './matrix-sought';
import { STATES } from './matrix-words';

/** Finds people in a large cohort; every change counts at once, and how many are found is said. */
@Component({
  selector: 'op-matrix-filter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, LocalPipe, TranslocoPipe],
  templateUrl: './matrix-filter.html',
  styleUrl: './matrix-filter.css',
})
export class MatrixFilter {
  readonly matrix = input.required<ProgressMatrixView>();
  readonly sought = input.required<Sought>();
  readonly count = input.required<number>();
  /** Whether it is known today who could use a call; of a past day it is not. */
  readonly calls = input(true);
  readonly changed = output<Sought>();
  protected readonly states = STATES;
  protected readonly narrow = computed(() => isNarrow(this.sought()));
  protected readonly module = computed(() => {
    const { modules } = this.matrix();
    return modules[askedModule(modules)]?.title ?? {};
  });

  protected look(change: Partial<Sought>): void {
    this.changed.emit({ ...this.sought(), ...change });
  }

  protected clear(words: HTMLInputElement): void {
    this.changed.emit(NOTHING);
    words.focus();
  }
}
