import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from './icon';

/**
 * A label, its control and what is wrong with it. The control inside has `[id]` = `for`, `class="in"`, and points here:
 * `[attr.aria-describedby]="field.describedBy()"` `[attr.aria-invalid]="!!error || null"` with `#field` on this element.
 */
@Component({
  selector: 'op-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  host: { class: 'field', '[class.field--bad]': '!!error()' },
  template: `
    <label [attr.for]="for()">{{ label() }}</label>
    <ng-content />
    @if (hint()) {
      <p class="hint" [id]="for() + '-hint'">{{ hint() }}</p>
    }
    @if (error()) {
      <p class="err" [id]="for() + '-error'"><op-icon name="warning" [size]="18" />{{ error() }}</p>
    }
  `,
})
export class Field {
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input<string | null | undefined>('');
  readonly describedBy = computed(() => {
    const parts = [this.hint() && `${this.for()}-hint`, this.error() && `${this.for()}-error`].filter(
      Boolean,
    );
    return parts.length ? parts.join(' ') : null;
  });
}
