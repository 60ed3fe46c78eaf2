import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AgreePause, MemberView } from '@opiring/contract/cohorts';
import { Field } from '@opiring/platform/ui';
import { Dates } from '@opiring/platform/web';

/** Asks for the days of a pause agreed with somebody, and why. */
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
    <op-field
      #reasonField
      for="pause-reason"
      [label]="'cohorts.people.pauseReason' | transloco"
      [hint]="'cohorts.people.pauseReasonHint' | transloco"
      [error]="tried() && !said() ? ('cohorts.people.pauseReasonMissing' | transloco) : ''"
    >
      <textarea
        class="in"
        id="pause-reason"
        rows="3"
        maxlength="500"
        [value]="reason()"
        [attr.aria-describedby]="reasonField.describedBy()"
        [attr.aria-invalid]="tried() && !said() ? 'true' : null"
        (input)="reason.set($any($event.target).value)"
      ></textarea>
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
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly person = inject<MemberView>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<AgreePause>>(DialogRef);
  protected readonly from = signal(inject(Dates).today());
  protected readonly until = signal('');
  protected readonly tried = signal(false);
  protected readonly sound = computed(() => this.from() !== '' && this.until() >= this.from());

  protected readonly reason = signal('');
  protected readonly said = computed(() => this.reason().trim() !== '');

  protected agree(): void {
    this.tried.set(true);
    if (this.sound() && this.said())
      this.ref.close({ fromOn: this.from(), untilOn: this.until(), reason: this.reason().trim() });
    else setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }
}
