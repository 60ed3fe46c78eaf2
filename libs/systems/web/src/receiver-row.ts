import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { DeliveriesView, MadeReceiver, ReceiverView } from '@opiring/contract/systems';
import { Icon } from '@opiring/platform/ui';
import { Api, Dates } from '@opiring/platform/web';
import { Deeds } from './deeds';
import { DeliveryLog } from './delivery-log';
import { SystemRow } from './system-row';

/** Milliseconds between looks at how a test message goes, and how often one looks. */
const LOOK = 1_000;
const LOOKS = 12;

/** One webhook or record store: how it stands, and what one can do with it. */
@Component({
  // A row of a list, so that the list stays one for whoever hears it.
  // eslint-disable-next-line @angular-eslint/component-selector
  selector: 'li[op-receiver-row]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DeliveryLog, Icon, SystemRow, TranslocoPipe],
  providers: [Deeds],
  templateUrl: './receiver-row.html',
  styleUrl: './receiver-row.css',
})
export class ReceiverRow {
  private readonly api = inject(Api);
  private readonly words = inject(TranslocoService);
  protected readonly deeds = inject(Deeds);
  protected readonly dates = inject(Dates);
  readonly receiver = input.required<ReceiverView>();
  readonly changed = output();
  /** Of a record store: its address and secret are to be written anew. */
  readonly edit = output();
  readonly secret = output<{ label: string; secret: string }>();
  protected readonly trying = signal(false);
  protected readonly logs = signal(false);
  /** Counts tries, so that the log is read anew. */
  protected readonly turn = signal(0);

  protected said(): string {
    return this.receiver()
      .topics.map((topic) => this.words.translate<string>(`systems.topic.${topic}`))
      .join(', ');
  }

  /** Sends a test message and waits a little for how it went. */
  protected async try(): Promise<void> {
    this.trying.set(true);
    const path = `/api/receivers/${this.receiver().id}`;
    await this.deeds.try(async () => {
      await this.api.post(`${path}/pings`);
      let state = 'waiting';
      for (let look = 0; look < LOOKS; look++) {
        await new Promise((go) => setTimeout(go, LOOK));
        const { deliveries } = await this.api.get<DeliveriesView>(`${path}/deliveries`);
        const ping = deliveries.find(({ type }) => type === 'ping');
        state = ping?.state ?? state;
        if (state !== 'waiting' || (ping && ping.attempts > 0 && look > 0)) break;
      }
      this.deeds.say(`receiver.tried.${state}`, state === 'told');
    });
    this.trying.set(false);
    this.turn.update((n) => n + 1);
    this.changed.emit();
  }

  protected async rotate(): Promise<void> {
    const { id, name } = this.receiver();
    if (!(await this.deeds.sure('hooks.rotate', name, 'hooks.rotate', false))) return;
    await this.deeds.try(async () => {
      const { secret } = await this.api.post<MadeReceiver>(`/api/receivers/${id}/secrets`);
      const label = this.words.translate<string>('systems.hooks.secret', { name });
      if (secret) this.secret.emit({ label, secret });
    });
    this.changed.emit();
  }

  protected async resume(): Promise<void> {
    const done = await this.deeds.try(() => this.api.post(`/api/receivers/${this.receiver().id}/resumption`));
    if (done) this.deeds.say('receiver.resumed');
    this.changed.emit();
  }

  protected async remove(): Promise<void> {
    const { id, name } = this.receiver();
    if (!(await this.deeds.sure('receiver.remove', name, 'receiver.remove'))) return;
    if (await this.deeds.try(() => this.api.delete(`/api/receivers/${id}`))) {
      this.deeds.say('receiver.removed');
      this.deeds.focusOnHeading();
    }
    this.changed.emit();
  }
}
