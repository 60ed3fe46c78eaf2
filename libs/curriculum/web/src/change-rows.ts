import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ChangeView, ModuleView } from '@opiring/contract/curriculum';
import { type ChangeRow, ChangeWords } from './change-words';
import { wordDifference } from './word-difference';

/** The published words beside the draft's, with what differs quietly marked. */
@Component({
  selector: 'op-change-rows',
  imports: [TranslocoPipe],
  template: `
    @for (row of rows(); track $index) {
      <div class="cr">
        @if (rows().length > 1 || labelled()) {
          <p class="tiny">{{ row.label }}</p>
        }
        @let said = difference(row);
        <dl>
          <div>
            <dt>{{ 'curriculum.change.published' | transloco }}</dt>
            <dd [attr.lang]="row.lang">
              @for (piece of said.before; track $index) {
                @if (piece.own) {
                  <del>{{ piece.text }}</del>
                } @else {
                  {{ piece.text }}
                }
              }
            </dd>
          </div>
          <div>
            <dt>{{ 'curriculum.change.draft' | transloco }}</dt>
            <dd [attr.lang]="row.lang">
              @for (piece of said.after; track $index) {
                @if (piece.own) {
                  <ins>{{ piece.text }}</ins>
                } @else {
                  {{ piece.text }}
                }
              }
            </dd>
          </div>
        </dl>
      </div>
    }
  `,
  styleUrl: './change-rows.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeRows {
  private readonly words = inject(ChangeWords);
  readonly change = input.required<ChangeView>();
  readonly modules = input.required<readonly ModuleView[]>();
  /** Names the field even where it is the only one. */
  readonly labelled = input(false);
  protected readonly difference = ({ before, after, blank }: ChangeRow) => {
    const said = wordDifference(before, after);
    return blank ? { ...said, [blank]: [{ text: blank === 'before' ? before : after, own: false }] } : said;
  };

  protected rows(): ChangeRow[] {
    return this.words.rows(this.change(), this.modules());
  }
}
