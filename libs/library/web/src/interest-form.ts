import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field } from '@opiring/platform/ui';
import { Api, Language, Problem } from '@opiring/platform/web';

/** An address left for the next intake, with consent and nothing else. */
@Component({
  selector: 'op-interest-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, RouterLink, TranslocoPipe],
  templateUrl: './interest-form.html',
  styles: `
    .ok {
      font-size: var(--t-24);
      line-height: 1.4;
    }
    .opt,
    .err {
      margin-top: 1rem;
    }
    .opt span {
      max-width: 48ch;
    }
  `,
})
export class InterestForm {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  readonly slug = input.required<string>();
  protected readonly email = signal('');
  protected readonly consent = signal(false);
  protected readonly emailError = signal('');
  protected readonly consentError = signal('');
  protected readonly busy = signal(false);
  protected readonly done = signal(false);

  protected async leave(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.email().trim();
    this.emailError.set(/^\S+@\S+\.\S+$/.test(email) ? '' : 'library.interest.badEmail');
    this.consentError.set(this.consent() ? '' : 'library.interest.consentNeeded');
    if (this.emailError() || this.consentError()) {
      document.getElementById(this.emailError() ? 'interest-email' : 'interest-consent')?.focus();
      return;
    }
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const body = { email, consent: true, locale: this.language.current() };
      await this.api.post(`/api/programmes/${encodeURIComponent(this.slug())}/interests`, body);
      this.done.set(true);
    } catch (error) {
      this.emailError.set(wordOf(Problem.of(error)));
    } finally {
      this.busy.set(false);
    }
  }
}

function wordOf({ status }: Problem): string {
  if (status === 0) return 'problem.offline';
  if (status === 429) return 'library.interest.tooMany';
  return status === 400 || status === 422 ? 'library.interest.badEmail' : 'problem.unknown';
}
