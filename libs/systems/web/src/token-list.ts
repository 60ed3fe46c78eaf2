import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MadeToken, TokenView } from '@opiring/contract/systems';
import { LONGEST_TOKEN_DAYS, TOKEN_SCOPES } from '@opiring/contract/systems.values';
import { Field, Icon } from '@opiring/platform/ui';
import { Api, Dates } from '@opiring/platform/web';
import { Choices } from './choices';
import { Deeds } from './deeds';
import { ShownOnce } from './shown-once';
import { SystemRow } from './system-row';

/** Tokens by which other systems read: given, shown once, taken back. */
@Component({
  selector: 'op-token-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Choices, Field, Icon, ShownOnce, SystemRow, TranslocoPipe],
  providers: [Deeds],
  templateUrl: './token-list.html',
  styleUrl: './list.css',
})
export class TokenList {
  private readonly api = inject(Api);
  private readonly words = inject(TranslocoService);
  protected readonly deeds = inject(Deeds);
  protected readonly dates = inject(Dates);
  protected readonly scopes = TOKEN_SCOPES;
  protected readonly lives = [30, 90, 365, LONGEST_TOKEN_DAYS];
  readonly tokens = input.required<readonly TokenView[]>();
  readonly cohortId = input.required<string>();
  readonly changed = output();

  protected readonly adding = signal(false);
  protected readonly name = signal('');
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly days = signal(90);
  protected readonly tried = signal(false);
  protected readonly made = signal<{ label: string; secret: string } | undefined>(undefined);
  private once = '';

  protected add(): void {
    this.once = crypto.randomUUID();
    this.name.set('');
    this.chosen.set([]);
    this.tried.set(false);
    this.made.set(undefined);
    this.adding.set(true);
    setTimeout(() => document.getElementById('tk-name')?.focus());
  }

  protected close(): void {
    this.adding.set(false);
    this.deeds.focusOn('.go button');
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const name = this.name().trim();
    if (!name) {
      document.getElementById('tk-name')?.focus();
      return;
    }
    await this.deeds.try(async () => {
      const path = `/api/cohorts/${this.cohortId()}/tokens`;
      const body = { name, scopes: this.chosen(), days: this.days() };
      const { secret } = await this.api.post<MadeToken>(path, body, { once: this.once });
      this.adding.set(false);
      const label = this.words.translate<string>('systems.tokens.secret', { name });
      if (secret) this.made.set({ label, secret });
      this.changed.emit();
    });
  }

  protected async revoke({ id, name }: TokenView): Promise<void> {
    if (!(await this.deeds.sure('tokens.revoke', name, 'tokens.revoke'))) return;
    if (await this.deeds.try(() => this.api.delete(`/api/tokens/${id}`))) {
      this.deeds.say('tokens.revoked');
      this.deeds.focusOnHeading();
    }
    this.changed.emit();
  }

  protected said({ scopes }: TokenView): string {
    const named = scopes.map((scope) => this.words.translate<string>(`systems.scope.${scope}`));
    return named.join(', ') || this.words.translate<string>('systems.tokens.bare');
  }
}
