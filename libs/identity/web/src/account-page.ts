import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { SessionView } from '@opiring/contract/identity';
import { Ask, ErrorState, Loader, Toasts } from '@opiring/platform/ui';
import { Api, Dates, Me, Problem } from '@opiring/platform/web';
import { deviceOf } from './device';
import { PasswordForm } from './password-form';

/** My account: where I am signed in, and the password. */
@Component({
  selector: 'op-account-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ErrorState, Loader, PasswordForm, TranslocoPipe],
  templateUrl: './account-page.html',
  styleUrl: './account-page.css',
})
export class AccountPage {
  private readonly api = inject(Api);
  private readonly ask = inject(Ask);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly me = inject(Me);
  protected readonly dates = inject(Dates);
  protected readonly sessions = httpResource<{ sessions: SessionView[] }>(() => '/api/sessions');
  protected readonly list = computed(() =>
    this.sessions.hasValue()
      ? this.sessions.value().sessions.map((session) => ({ ...session, device: deviceOf(session.userAgent) }))
      : [],
  );

  protected async end(id: string): Promise<void> {
    try {
      await this.api.delete(`/api/sessions/${id}`);
      this.toasts.say(this.words.translate('identity.account.ended'));
    } catch (error) {
      this.toasts.fail(
        this.words.translate(Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown'),
      );
    }
    this.sessions.reload();
  }

  protected async setMail(event: Event): Promise<void> {
    const box = event.target as HTMLInputElement;
    try {
      await this.api.patch('/api/me', { mail: box.checked });
      await this.me.reload();
      this.toasts.say(this.words.translate('identity.account.mailSaved'));
    } catch (error) {
      box.checked = !box.checked;
      const offline = Problem.of(error).status === 0;
      this.toasts.fail(this.words.translate(offline ? 'problem.offline' : 'problem.unknown'));
    }
  }

  protected async endAll(): Promise<void> {
    const say = (key: string): string => this.words.translate(`identity.account.${key}`);
    const sure = await this.ask.for({
      heading: say('everywhereAsk'),
      text: say('everywhereText'),
      yes: say('everywhere'),
      no: this.words.translate('action.cancel'),
    });
    if (!sure || !(await this.me.mayLeave())) return;
    await this.api.delete('/api/sessions');
    await this.me.forget();
    await this.router.navigateByUrl('/sisene');
  }
}
