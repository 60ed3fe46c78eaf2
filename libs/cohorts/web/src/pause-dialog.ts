import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberView } from '@opiring/contract/cohorts';
import { Field } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

export interface Pause {
  fromOn: string;
  untilOn: string;
}

/** Asks for the days of a pause agreed with somebody. */
@Component({
  selector: 'op-pause-dialog',
  imports: [Field, TranslocoPipe],
  host: { class: 'dialog stack' },
  template: `
    <h2 id="pause-h">{{ 'cohorts.people.pauseTitle' | transloco: { name: person.name } }}</h2>
    <p>{{ 'cohorts.people.pauseBody' | transloco }}</p>
    <op-field for="pause-from" [label]="'cohorts.people.pauseFrom' | transloco">
      <input
        class="in"
        id="pause-from"
        type="date"
        [value]="from()"
        (input)="from.set($any($event.target).value)"
      />
    </op-field>
    <op-field
      #untilField
      for="pause-until"
      [label]="'cohorts.people.pauseUntil' | transloco"
      [error]="tried() && !sound() ? ('cohorts.failed.order' | transloco) : ''"
    >
      <input
        class="in"
        id="pause-until"
        type="date"
        [value]="until()"
        [attr.aria-describedby]="untilField.describedBy()"
        [attr.aria-invalid]="tried() && !sound() ? 'true' : null"
        (input)="until.set($any($event.target).value)"
      />
    </op-field>
    <p class="row">
      <button type="button" class="btn btn--main" (click)="agree()">
        {{ 'cohorts.people.pauseYes' | transloco }}
      </button>
      <button type="button" class="btn btn--quiet" (click)="ref.close()">
        {{ 'action.cancel' | transloco }}
      </button>
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PauseDialog {
  protected readonly person = inject<MemberView>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<Pause>>(DialogRef);
  protected readonly from = signal(inject(Dates).today());
  protected readonly until = signal('');
  protected readonly tried = signal(false);
  protected readonly sound = computed(() => this.from() !== '' && this.until() >= this.from());

  protected agree(): void {
    this.tried.set(true);
    if (this.sound()) this.ref.close({ fromOn: this.from(), untilOn: this.until() });
  }
}
