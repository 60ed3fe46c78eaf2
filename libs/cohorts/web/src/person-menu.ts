import { Dialog } from '@angular/cdk/dialog';
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AgreePause, MemberView } from '@opiring/contract/cohorts';
import { Ask, Icon, Toasts } from '@opiring/platform/ui';
import { Problem } from '@opiring/platform/web';
import { firstValueFrom } from 'rxjs';
import { PairDialog, type PairQuestion } from './pair-dialog';
import { PauseDialog } from './pause-dialog';
import { People } from './people';

/** What one may arrange for a person: a learning partner, an agreed pause, the end of the membership. */
@Component({
  selector: 'op-person-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink, TranslocoPipe],
  templateUrl: './person-menu.html',
  styles: '.is-clay { color: var(--clay); }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonMenu {
  private readonly ask = inject(Ask);
  private readonly dialog = inject(Dialog);
  private readonly people = inject(People);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  readonly person = input.required<MemberView>();

  protected readonly arranges = computed(
    () => (this.people.view()?.can.assign ?? false) && this.person().role === 'participant',
  );
  protected readonly free = computed(() =>
    this.people
      .present(this.people.leaders())
      .filter((p) => !p.partnerId && p.membershipId !== this.person().membershipId),
  );

  protected async pair(): Promise<void> {
    const data: PairQuestion = { person: this.person(), free: this.free() };
    const chosen = await this.open<string>(PairDialog, data, 'pair-h');
    if (chosen) await this.attempt(() => this.people.pair(this.person(), chosen), 'paired');
  }

  protected async part(): Promise<void> {
    if (await this.sure('part')) await this.attempt(() => this.people.part(this.person()), 'parted');
  }

  protected async pause(): Promise<void> {
    const agreed = await this.open<AgreePause>(PauseDialog, this.person(), 'pause-h');
    if (agreed) await this.attempt(() => this.people.pause(this.person(), agreed), 'pauseAgreed');
  }

  protected endPause(): Promise<void> {
    return this.attempt(() => this.people.endPause(this.person()), 'pauseEnded');
  }

  protected async end(): Promise<void> {
    if (await this.sure('end')) await this.attempt(() => this.people.end(this.person()), 'membershipEnded');
  }

  private async open<Answer>(
    component: typeof PairDialog | typeof PauseDialog,
    data: unknown,
    label: string,
  ) {
    const ref = this.dialog.open<Answer>(component, { data, ariaLabelledBy: label, backdropClass: 'veil' });
    return firstValueFrom(ref.closed);
  }

  private sure(what: 'part' | 'end'): Promise<boolean> {
    const say = (key: string): string =>
      this.words.translate(`cohorts.people.${what}${key}`, { name: this.person().name });
    return this.ask.for({
      heading: say('Title'),
      text: say('Body'),
      yes: say('Yes'),
      no: this.words.translate('action.cancel'),
      irreversible: what === 'end',
    });
  }

  private async attempt(deed: () => Promise<void>, said: string): Promise<void> {
    const name = this.person().name;
    try {
      await deed();
      this.toasts.say(this.words.translate(`cohorts.people.${said}`, { name }));
    } catch (error) {
      const { code, status } = Problem.of(error);
      const known = ['already-paired', 'own-membership'].includes(code);
      const key = known ? `cohorts.refused.${code}` : status === 0 ? 'problem.offline' : 'problem.unknown';
      this.toasts.say(this.words.translate(key));
    }
  }
}
