import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The line of a mentor's note: noticing is solid, wondering wavy, asking dashed. */
@Component({
  selector: 'op-note-kind',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg
      [attr.class]="'nkind nkind--' + kind()"
      viewBox="0 0 28 10"
      width="28"
      height="10"
      aria-hidden="true"
    >
      @if (kind() === 'wondering') {
        <path d="M1 5c2.2-4 4.3-4 6.5 0s4.3 4 6.5 0 4.3-4 6.5 0 4.300 4 6.500 0" />
      } @else {
        <path d="M1 5h26" />
      }
    </svg>
  `,
})
export class NoteKind {
  readonly kind = input.required<'noticing' | 'wondering' | 'asking' | 'offering'>();
}
