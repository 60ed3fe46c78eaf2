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
  templateUrl: './pause-dialog.html',
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
