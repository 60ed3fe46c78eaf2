import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, type Injector, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Question } from './dialog';

@Component({
  selector: 'op-question-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'dialog' },
  template: `
    <h2 id="op-question">{{ question.heading }}</h2>
    @if (question.text) {
      <p class="dialog__t">{{ question.text }}</p>
    }
    @if (question.list?.length) {
      <ul class="dialog__t">
        @for (each of question.list; track $index) {
          <li>{{ each }}</li>
        }
      </ul>
    }
    <p class="row dialog__go">
      <button
        type="button"
        class="btn"
        [class.btn--main]="!question.irreversible"
        [class.btn--clay]="question.irreversible"
        (click)="ref.close(true)"
      >
        {{ question.yes }}
      </button>
      <button type="button" class="btn btn--quiet" (click)="ref.close(false)">{{ question.no }}</button>
    </p>
  `,
})
export class QuestionDialog {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
}

/** Opens the question and waits for the answer. */
export async function openQuestion(injector: Injector, question: Question): Promise<boolean> {
  const ref = injector.get(Dialog).open<boolean>(QuestionDialog, {
    data: question,
    ariaLabelledBy: 'op-question',
    role: 'alertdialog',
    autoFocus: 'first-tabbable',
    backdropClass: 'veil',
  });
  return (await firstValueFrom(ref.closed)) === true;
}
