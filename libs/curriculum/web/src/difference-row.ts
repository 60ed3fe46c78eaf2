import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ChangeRow } from './change-words';
import { wordDifference } from './word-difference';

/** One thing said on two sides, with what differs quietly marked. */
@Component({
  selector: 'op-difference-row',
  template: `
    @if (label()) {
      <p class="tiny">{{ label() }}</p>
    }
    <dl>
      <div>
        <dt>{{ sides()[0] }}</dt>
        <dd [attr.lang]="row().lang">
          @for (piece of said().before; track $index) {
            @if (piece.own) {
              <del>{{ piece.text }}</del>
            } @else {
              {{ piece.text }}
            }
          }
        </dd>
      </div>
      <div>
        <dt>{{ sides()[1] }}</dt>
        <dd [attr.lang]="row().lang">
          @for (piece of said().after; track $index) {
            @if (piece.own) {
              <ins>{{ piece.text }}</ins>
            } @else {
              {{ piece.text }}
            }
          }
        </dd>
      </div>
    </dl>
  `,
  styleUrl: './change-rows.css',
  styles: ':host { gap: 0.25rem; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DifferenceRow {
  readonly row = input.required<Pick<ChangeRow, 'before' | 'after' | 'lang' | 'blank'>>();
  readonly label = input('');
  readonly sides = input.required<readonly [before: string, after: string]>();
  protected readonly said = computed(() => {
    const { before, after, blank } = this.row();
    const said = wordDifference(before, after);
    return blank ? { ...said, [blank]: [{ text: blank === 'before' ? before : after, own: false }] } : said;
  });
}
