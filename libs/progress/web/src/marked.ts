import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

interface Piece {
  text: string;
  marked: boolean;
}

/** Cuts a sentence of ours at its `<em>…</em>`. Everything else in it stays plain text. */
export function piecesOf(sentence: string): Piece[] {
  return sentence
    .split(/<em>(.*?)<\/em>/s)
    .map((text, index) => ({ text, marked: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** A whole sentence from the words with some of it emphasised, without ever reading it as HTML. */
@Component({
  selector: 'op-marked',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (piece of pieces(); track $index) {
      @if (piece.marked) {
        <em [class]="mark()" [textContent]="piece.text"></em>
      } @else {
        <span [textContent]="piece.text"></span>
      }
    }
  `,
})
export class Marked {
  readonly text = input.required<string>();
  /** The class of what is emphasised. */
  readonly mark = input('');
  protected readonly pieces = computed(() => piecesOf(this.text()));
}
