import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ArcWordsView } from '@opiring/contract/arc';
import { few } from './question-arc';

/** Words that went, came and stayed between two answers: counted, not judged. */
@Component({
  selector: 'op-arc-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <dl class="words">
      @for (group of groups(); track group.key) {
        <div>
          <dt>{{ 'journal.arc.words.' + group.key | transloco }}</dt>
          <dd>
            @for (word of group.words; track word) {
              <span class="wd" [class.wd--0]="group.key === 'went'" [class.wd--1]="group.key === 'came'">{{
                word
              }}</span>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    .wd {
      overflow-wrap: anywhere;
    }
  `,
})
export class ArcWords {
  readonly words = input.required<ArcWordsView>();
  protected readonly groups = computed(() =>
    (['went', 'came', 'stayed'] as const)
      .map((key) => ({ key, words: few(this.words()[key]) }))
      .filter(({ words }) => words.length > 0),
  );
}
