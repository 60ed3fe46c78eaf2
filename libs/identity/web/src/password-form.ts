import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Field, Toasts } from '@opiring/platform/ui';
import { Api, Me } from '@opiring/platform/web';
import { refusalOf } from './sign-in';

const SHORTEST = 12;

/** Sets a password for the first time, or changes it by the present one. */
@Component({
  selector: 'op-password-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, TranslocoPipe],
  templateUrl: './password-form.html',
  styles: `
    .pw {
      max-width: 27.5rem;
    }
    .pw__t {
      margin: 0.5rem 0 1.25rem;
    }
  `,
})
export class PasswordForm {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly me = inject(Me);
  protected readonly current = signal('');
  protected readonly password = signal('');
  protected readonly currentError = signal('');
  protected readonly freshError = signal('');
  protected readonly busy = signal(false);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.currentError.set('');
    this.freshError.set(this.password().length < SHORTEST ? 'identity.password.short' : '');
    if (this.freshError() || this.busy()) return;
    this.busy.set(true);
    try {
      const body = this.me.account()?.hasPassword
        ? { current: this.current(), password: this.password() }
        : { password: this.password() };
      await this.api.put('/api/me/password', body);
      this.current.set('');
      this.password.set('');
      await this.me.reload();
      this.toasts.say(this.words.translate('identity.password.saved'));
    } catch (refusal) {
      const word = refusalOf(refusal);
      (word.endsWith('current-password-wrong') ? this.currentError : this.freshError).set(word);
    } finally {
      this.busy.set(false);
    }
  }
}
