import { ChangeDetectionStrategy, Component, ElementRef, inject, output, signal } from '@angular/core';
import {
  FormField,
  type TreeValidationResult,
  form,
  pattern,
  required,
  submit,
} from '@angular/forms/signals';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CreateProgramme } from '@opiring/contract/curriculum';
import { Field, Icon } from '@opiring/platform/ui';
import { Api, Problem } from '@opiring/platform/web';
import { slugFrom } from './slug';

/** A new programme: its name, its address, and the questions that lead it, one a line. */
@Component({
  selector: 'op-programme-form',
  imports: [Field, FormField, Icon, TranslocoPipe],
  templateUrl: './programme-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProgrammeForm {
  private readonly api = inject(Api);
  private readonly words = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly made = output();
  readonly closed = output();

  protected readonly fields = signal({ title: '', slug: '', questions: '' });
  protected readonly form = form(this.fields, (path) => {
    required(path.title, { message: 'needed' });
    required(path.slug, { message: 'needed' });
    pattern(path.slug, /^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'slug' });
  });
  protected readonly failed = signal(false);

  protected messageOf(field: { touched(): boolean; errors(): readonly { message?: string }[] }): string {
    const message = field.touched() ? field.errors()[0]?.message : undefined;
    return message ? this.words.translate(`cohorts.failed.${message}`) : '';
  }

  /** The address follows the name until somebody writes their own. */
  protected proposeSlug(): void {
    const { title, slug } = this.fields();
    if (!slug) this.form.slug().value.set(slugFrom(title));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.proposeSlug();
    this.failed.set(false);
    const sent = await submit(this.form, { action: () => this.send() });
    if (!sent)
      setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }

  private async send(): Promise<TreeValidationResult> {
    const { title, slug, questions } = this.fields();
    const asked = questions
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
    const body: CreateProgramme = { title: { et: title.trim() }, slug, language: 'et', questions: asked };
    try {
      await this.api.post('/api/programmes', body, { once: crypto.randomUUID() });
      this.made.emit();
      return undefined;
    } catch (error) {
      const problem = Problem.of(error);
      if (problem.status === 409) return { kind: 'server', message: 'slugTaken', fieldTree: this.form.slug };
      if ('slug' in problem.fields) return { kind: 'server', message: 'slug', fieldTree: this.form.slug };
      this.failed.set(true);
      return undefined;
    }
  }
}
