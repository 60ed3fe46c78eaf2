import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberView } from '@opiring/contract/cohorts';
import { Field } from '@opiring/platform/ui';

export interface PairQuestion {
  person: MemberView;
  free: readonly MemberView[];
}

/** Asks who a leader's learning partner is, of those who have none. Closes with the chosen membership. */
@Component({
  selector: 'op-pair-dialog',
  imports: [Field, TranslocoPipe],
  host: { class: 'dialog stack' },
  template: `
    <h2 id="pair-h">{{ 'cohorts.people.pairTitle' | transloco: { name: question.person.name } }}</h2>
    <op-field for="pair-with" [label]="'cohorts.people.partner' | transloco">
      <select class="in" id="pair-with" [value]="chosen()" (change)="chosen.set($any($event.target).value)">
        @for (person of question.free; track person.membershipId) {
          <option [value]="person.membershipId">{{ person.name }}</option>
        }
      </select>
    </op-field>
    <p class="row">
      <button type="button" class="btn btn--main" (click)="ref.close(chosen())">
        {{ 'cohorts.people.pairYes' | transloco }}
      </button>
      <button type="button" class="btn btn--quiet" (click)="ref.close()">
        {{ 'action.cancel' | transloco }}
      </button>
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairDialog {
  protected readonly question = inject<PairQuestion>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly chosen = signal(this.question.free[0]?.membershipId ?? '');
}
