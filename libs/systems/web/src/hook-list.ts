import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MadeReceiver, ReceiverView } from '@opiring/contract/systems';
import { TOPICS } from '@opiring/contract/systems.values';
import { Field, Icon } from '@opiring/platform/ui';
import { Api } from '@opiring/platform/web';
import { Choices } from './choices';
import { Deeds } from './deeds';
import { ReceiverRow } from './receiver-row';
import { ShownOnce } from './shown-once';

/** Addresses that are told as things happen. */
@Component({
  selector: 'op-hook-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Choices, Field, Icon, ReceiverRow, ShownOnce, TranslocoPipe],
  providers: [Deeds],
  templateUrl: './hook-list.html',
  styleUrl: './list.css',
})
export class HookList {
  private readonly api = inject(Api);
  private readonly words = inject(TranslocoService);
  protected readonly deeds = inject(Deeds);
  protected readonly topics = TOPICS;
  readonly hooks = input.required<readonly ReceiverView[]>();
  readonly cohortId = input.required<string>();
  readonly changed = output();

  protected readonly adding = signal(false);
  protected readonly name = signal('');
  protected readonly url = signal('');
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly tried = signal(false);
  protected readonly made = signal<{ label: string; secret: string } | undefined>(undefined);
  private once = '';

  protected add(): void {
    this.once = crypto.randomUUID();
    this.name.set('');
    this.url.set('');
    this.chosen.set([]);
    this.tried.set(false);
    this.made.set(undefined);
    this.deeds.addressRefused.set(false);
    this.adding.set(true);
    setTimeout(() => document.getElementById('wh-name')?.focus());
  }

  protected close(): void {
    this.adding.set(false);
    this.deeds.focusOn('.go button');
  }

  protected failure(field: 'name' | 'url' | 'topics'): string {
    const key = this.keyOf(field);
    return key ? this.words.translate<string>(`systems.failed.${key}`) : '';
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.deeds.addressRefused.set(false);
    const wrong = (['name', 'url', 'topics'] as const).find((field) => this.keyOf(field));
    if (wrong) {
      document.getElementById(`wh-${wrong}`)?.focus();
      return;
    }
    const name = this.name().trim();
    const done = await this.deeds.try(async () => {
      const path = `/api/cohorts/${this.cohortId()}/webhooks`;
      const body = { name, url: this.url().trim(), topics: this.chosen() };
      const { secret } = await this.api.post<MadeReceiver>(path, body, { once: this.once });
      this.adding.set(false);
      const label = this.words.translate<string>('systems.hooks.secret', { name });
      if (secret) this.made.set({ label, secret });
      this.changed.emit();
    });
    if (!done) this.once = crypto.randomUUID();
    if (this.deeds.addressRefused()) this.deeds.focusOn('#wh-url');
  }

  private keyOf(field: 'name' | 'url' | 'topics'): string {
    if (!this.tried()) return '';
    if (field === 'topics') return this.chosen().length ? '' : 'choose';
    if (!this[field]().trim()) return 'needed';
    if (field === 'url' && (this.deeds.addressRefused() || !URL.canParse(this.url().trim())))
      return 'address';
    return '';
  }
}
