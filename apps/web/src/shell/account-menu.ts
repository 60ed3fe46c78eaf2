import { CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Icon, Seat, Toasts } from '@opiring/platform/ui';
import {
  Api,
  Language,
  type Locale,
  Me,
  Problem,
  THEMES,
  Theme,
  type ThemeName,
  homes,
} from '@opiring/platform/web';
import { Farewell } from './farewell';
import { personMenu } from './navigation';

const languages = [
  { code: 'et', name: 'Eesti' },
  { code: 'en', name: 'English' },
  { code: 'ru', name: 'Русский' },
] as const;
const themes: Record<ThemeName, string> = {
  system: 'shell.themeSystem',
  light: 'shell.themeLight',
  dark: 'shell.themeDark',
};

/** The language, and oneself: roles, settings, the way out. Fetched after the page, so that it does not hold it up. */
@Component({
  selector: 'op-account-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CdkMenu,
    CdkMenuGroup,
    CdkMenuItem,
    CdkMenuItemRadio,
    CdkMenuTrigger,
    Icon,
    RouterLink,
    Seat,
    TranslocoPipe,
  ],
  templateUrl: './account-menu.html',
  styles: ':host { display: contents }',
})
export class AccountMenu {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly me = inject(Me);
  protected readonly language = inject(Language);
  protected readonly theme = inject(Theme);
  protected readonly languages = languages;
  protected readonly themes = THEMES.map((name) => ({ name, word: themes[name] }));

  protected readonly more = computed(() => {
    const role = this.me.role();
    return (role && personMenu[role]) ?? [];
  });
  protected readonly firstName = computed(() => this.me.account()?.name.split(' ')[0] ?? '');
  protected readonly seatKind = computed(() => {
    const role = this.me.role();
    return role === 'participant' ? 'leader' : role === 'mentor' ? 'mentor' : 'org';
  });
  /** Every role I may look through: my memberships, and the administrator's work. */
  protected readonly roles = computed(() => {
    const all = this.me
      .memberships()
      .map(({ id, role, cohortName, state }) => ({ id, role: role as string, cohortName, state }));
    if (this.me.account()?.admin) all.push({ id: 'admin', role: 'admin', cohortName: '', state: 'active' });
    return all;
  });
  protected readonly chosen = computed(() => this.me.membership()?.id ?? 'admin');

  protected choose(id: string): void {
    this.me.choose(id);
    const role = this.me.role();
    void this.router.navigateByUrl(role ? homes[role] : '/');
  }

  protected async speak(locale: Locale): Promise<void> {
    if (!(await this.language.set(locale))) this.toasts.fail(this.words.translate('problem.unknown'));
    else if (this.me.account()) void this.api.patch('/api/me', { locale }).catch(() => undefined);
  }

  constructor() {
    this.me.atFarewell(inject(Farewell));
  }

  protected async signOut(): Promise<void> {
    try {
      if (await this.me.signOut()) await this.router.navigateByUrl('/sisene');
    } catch (error) {
      const key = Problem.of(error).status === 0 ? 'problem.offline' : 'problem.unknown';
      this.toasts.say(this.words.translate(key));
    }
  }
}
