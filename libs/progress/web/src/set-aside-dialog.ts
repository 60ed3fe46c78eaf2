import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AttentionCardView } from '@opiring/contract/attention';
import { Field } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

/** Asks for a note to a reason that is set aside; closes with it, or with nothing. */
@Component({
  selector: 'op-set-aside-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, TranslocoPipe],
  host: { class: 'dialog stack' },
  template: `
    <h2 id="aside-h">{{ 'progress.attention.dialog.title' | transloco: { name: card.name } }}</h2>
    <p>{{ 'progress.attention.reason.' + card.reason | transloco: { day: dates.day(card.day), since: dates.since(card.day) } }}</p>
    <p>{{ 'progress.attention.dialog.more' | transloco }}</p>
    <op-field
      #noteField
      for="aside-note"
      [label]="'progress.attention.dialog.note' | transloco"
      [hint]="'progress.attention.dialog.hint' | transloco"
    >
      <textarea
        class="in"
        id="aside-note"
        rows="3"
        maxlength="500"
        [value]="note()"
        [attr.aria-describedby]="noteField.describedBy()"
        (input)="note.set($any($event.target).value)"
      ></textarea>
    </op-field>
    <p class="row">
      <button type="button" class="btn btn--main" (click)="ref.close(note().trim())">
        {{ 'progress.attention.aside' | transloco }}
      </button>
      <button type="button" class="btn btn--quiet" (click)="ref.close()">
        {{ 'action.cancel' | transloco }}
      </button>
    </p>
  `,
})
export class SetAsideDialog {
  protected readonly card = inject<AttentionCardView>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly dates = inject(Dates);
  protected readonly note = signal('');
}
