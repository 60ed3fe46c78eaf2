import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InstallationView } from '@opiring/contract/identity';
import { Field, Icon } from '@opiring/platform/ui';
import { LOCALES, Language } from '@opiring/platform/web';
import { EveningPlane } from './evening-plane';
import { SignIn, refusalOf } from './sign-in';

/** The password of every invented person; the README says it too. */
const DEMO_PASSWORD = 'opiring-demo-2023';

@Component({
  selector: 'op-sign-in-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EveningPlane, Field, Icon, RouterLink, TranslocoPipe],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  private readonly signIn = inject(SignIn);
  protected readonly language = inject(Language);
  /** Where one wanted to go. */
  readonly edasi = input<string>();

  protected readonly installation = httpResource<InstallationView>(() => '/api/installation');
  protected readonly about = computed(() =>
    this.installation.hasValue() ? this.installation.value() : null,
  );
  protected readonly demoPeople = computed(() =>
    this.about()?.demo ? (this.about()?.demoPeople ?? []) : [],
  );
  protected readonly programme = computed(() => this.about()?.programmes[0] ?? null);
  protected readonly others = computed(() =>
    LOCALES.filter((code) => code !== this.language.current()).map((code) => ({
      code,
      name: { et: 'Eesti keeles', en: 'English', ru: 'Русский' }[code],
    })),
  );

  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly withPassword = signal(false);
  protected readonly busy = signal(false);
  protected readonly sentTo = signal('');
  protected readonly demoLink = signal('');
  protected readonly linkError = signal('');
  protected readonly passwordError = signal('');

  protected async askForLink(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.email().trim();
    if (!/^\S+@\S+\.\S+$/.test(email)) {
      this.linkError.set('identity.refused.invalid');
      document.getElementById('email')?.focus();
      return;
    }
    await this.attempt(this.linkError, async () => {
      const { demoLink } = await this.signIn.askForLink(email);
      // Only the way, so that a change of host or port does not lead out of the page.
      this.demoLink.set(demoLink?.replace(/^https?:\/\/[^/]+/, '') ?? '');
      this.sentTo.set(email);
    });
  }

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    await this.attempt(this.passwordError, () =>
      this.signIn.withPassword(this.email().trim(), this.password(), this.edasi()),
    );
  }

  protected async enterAs(email: string): Promise<void> {
    await this.attempt(this.linkError, () => this.signIn.withPassword(email, DEMO_PASSWORD, this.edasi()));
  }

  private async attempt(error: typeof this.linkError, deed: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    error.set('');
    try {
      await deed();
    } catch (refusal) {
      error.set(refusalOf(refusal));
    } finally {
      this.busy.set(false);
    }
  }
}
