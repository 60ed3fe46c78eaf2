import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ReceiverView } from '@opiring/contract/systems';
import { STORE_TOPICS, XAPI_VERSIONS } from '@opiring/contract/systems.values';
import { Field, Icon } from '@opiring/platform/ui';
import { alike, Api } from '@opiring/platform/web';
import { Choices } from './choices';
import { Deeds } from './deeds';
import { ReceiverRow } from './receiver-row';

type Wish = Record<'url' | 'version' | 'key' | 'secret', string>;

/** The one learning record store of the cohort. */
@Component({
  selector: 'op-store-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Choices, Field, Icon, ReceiverRow, TranslocoPipe],
  providers: [Deeds],
  templateUrl: './store-card.html',
  styleUrl: './list.css',
})
export class StoreCard {
  private readonly api = inject(Api);
  private readonly words = inject(TranslocoService);
  protected readonly deeds = inject(Deeds);
  protected readonly topics = STORE_TOPICS;
  protected readonly versions = XAPI_VERSIONS;
  readonly store = input<ReceiverView>();
  readonly cohortId = input.required<string>();
  readonly changed = output();

  protected readonly adding = signal(false);
  protected readonly tried = signal(false);
  private readonly kept = computed(() => this.store(), { equal: alike });
  protected readonly wish = linkedSignal<Wish>(() => ({
    url: this.kept()?.url ?? '',
    version: this.kept()?.version ?? '2.0.0',
    key: '',
    secret: '',
  }));
  protected readonly chosen = linkedSignal<readonly string[]>(() => this.kept()?.topics ?? STORE_TOPICS);

  protected open(): void {
    this.tried.set(false);
    // What was typed and left is not there the next time, the secret least of all.
    this.set({ url: this.kept()?.url ?? '', version: this.kept()?.version ?? '2.0.0', key: '', secret: '' });
    this.chosen.set(this.kept()?.topics ?? STORE_TOPICS);
    this.deeds.addressRefused.set(false);
    this.adding.set(true);
    setTimeout(() => document.getElementById('ls-url')?.focus());
  }

  protected close(): void {
    this.adding.set(false);
    this.deeds.focusOn('.go button, button.edit');
  }

  protected set(part: Partial<Wish>): void {
    this.wish.update((wish) => ({ ...wish, ...part }));
  }

  protected failure(field: 'url' | 'key' | 'secret' | 'topics'): string {
    const key = this.keyOf(field);
    return key ? this.words.translate<string>(`systems.failed.${key}`) : '';
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.deeds.addressRefused.set(false);
    const wrong = (['url', 'key', 'secret', 'topics'] as const).find((field) => this.keyOf(field));
    if (wrong) {
      document.getElementById(`ls-${wrong}`)?.focus();
      return;
    }
    const done = await this.deeds.try(async () => {
      const wish = this.wish();
      const body = { ...wish, url: wish.url.trim(), key: wish.key.trim(), topics: this.chosen() };
      await this.api.put(`/api/cohorts/${this.cohortId()}/record-store`, body);
    });
    if (done) {
      this.adding.set(false);
      this.deeds.say('store.saved');
      this.deeds.focusOnHeading();
      this.changed.emit();
    } else if (this.deeds.addressRefused()) this.deeds.focusOn('#ls-url');
  }

  private keyOf(field: 'url' | 'key' | 'secret' | 'topics'): string {
    if (!this.tried()) return '';
    if (field === 'topics') return this.chosen().length ? '' : 'choose';
    const value = this.wish()[field].trim();
    if (!value) return 'needed';
    if (field === 'key' && value.includes(':')) return 'colon';
    return field === 'url' && (this.deeds.addressRefused() || !URL.canParse(value)) ? 'address' : '';
  }
}
