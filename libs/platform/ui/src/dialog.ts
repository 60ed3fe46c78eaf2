import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** A question before a deed, in whole words. */
export interface Question {
  heading: string;
  text?: string;
  /** The deed's own verb: „Jagan ringiga“. */
  yes: string;
  /** What stays as it is: „Ei, jätan endale“. */
  no: string;
  /** Clay, for what cannot be taken back. */
  irreversible?: boolean;
}

@Component({
  selector: 'op-question-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'dialog' },
  template: `
    <h2 id="op-question">{{ question.heading }}</h2>
    @if (question.text) {
      <p class="dialog__t">{{ question.text }}</p>
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

/** `await ask.for({ heading, yes, no })`. Escape and a press outside mean no. Own dialogs: `Dialog` of @angular/cdk with class `dialog`. */
@Injectable({ providedIn: 'root' })
export class Ask {
  private readonly dialog = inject(Dialog);

  async for(question: Question): Promise<boolean> {
    const ref = this.dialog.open<boolean>(QuestionDialog, {
      data: question,
      ariaLabelledBy: 'op-question',
      role: 'alertdialog',
      autoFocus: 'first-tabbable',
      backdropClass: 'veil',
    });
    return (await firstValueFrom(ref.closed)) === true;
  }
}
