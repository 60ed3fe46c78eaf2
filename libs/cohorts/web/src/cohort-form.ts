import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output, signal } from '@angular/core';
import {
  FormField,
  type TreeValidationResult,
  form,
  required,
  submit,
  validate,
} from '@angular/forms/signals';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CreateCohort } from '@opiring/contract/cohorts';
import { Field, Icon } from '@opiring/platform/ui';
import { Api, Problem } from '@opiring/platform/web';

/** A new cohort of a programme: its name, its days, and whose clock it lives by. */
@Component({
  selector: 'op-cohort-form',
  imports: [Field, FormField, Icon, TranslocoPipe],
  templateUrl: './cohort-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CohortForm {
  private readonly api = inject(Api);
  private readonly words = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly programmeId = input.required<string>();
  readonly made = output();
  readonly closed = output();

  protected readonly fields = signal({ name: '', startsOn: '', endsOn: '', timeZone: 'Europe/Tallinn' });
  protected readonly zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/'));
  protected readonly form = form(this.fields, (path) => {
    required(path.name, { message: 'needed' });
    required(path.startsOn, { message: 'needed' });
    required(path.endsOn, { message: 'needed' });
    validate(path.endsOn, ({ value, valueOf }) =>
      value() && value() < valueOf(path.startsOn) ? { kind: 'order', message: 'order' } : undefined,
    );
  });
  protected readonly failed = signal(false);

  protected messageOf(field: { touched(): boolean; errors(): readonly { message?: string }[] }): string {
    const message = field.touched() ? field.errors()[0]?.message : undefined;
    return message ? this.words.translate(`cohorts.failed.${message}`) : '';
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.failed.set(false);
    const sent = await submit(this.form, { action: () => this.send() });
    if (!sent)
      setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }

  private async send(): Promise<TreeValidationResult> {
    const body: CreateCohort = { programmeId: this.programmeId(), ...this.fields() };
    try {
      await this.api.post('/api/cohorts', body, { once: crypto.randomUUID() });
      this.made.emit();
      return undefined;
    } catch (error) {
      if ('endsOn' in Problem.of(error).fields)
        return { kind: 'server', message: 'order', fieldTree: this.form.endsOn };
      this.failed.set(true);
      return undefined;
    }
  }
}
